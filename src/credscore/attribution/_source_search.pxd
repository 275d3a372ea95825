# The C types of _source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._phrases cimport clause_before, gap_end
from credscore.attribution._source_kind cimport Source, letter_at, source_of
from credscore.attribution._source_names cimport SourceNames

cdef Py_ssize_t _WINDOW
cdef int KIND, CUE, START, END, VERB, VERB_END
cdef dict _NUMBERS
cdef tuple _BEHIND_NOUN
cdef str FIRST
cdef unsigned int BESIDE
cdef unsigned int ACTIVE, BARE, BELIEVING, BY, CAPITAL, CONDITIONAL, HYPOTHESIS, INVERTING, NEGATION
cdef unsigned int NOUN, OBJECT, ONGOING, SINGLE, SINGULAR, SOME, TALK, TO

cdef class Sources(SourceNames):
    @cython.locals(
        source=Source, other=Source, at=Py_ssize_t, unnamed=dict, bounds="const Py_ssize_t[::1]",
        named_rows=list, body_ends="const Py_ssize_t[:]", last=Py_ssize_t, sentence=Py_ssize_t, article=Py_ssize_t,
        named=cython.bint, is_again=cython.bint, kinds=list, cue=cython.int,
        definite=cython.int, again=cython.int, count=Py_ssize_t, kept=Py_ssize_t, column=Py_ssize_t,
    )
    cpdef Py_ssize_t statements(
        self, const int[:, ::1] rows, text, table, int[:, ::1] found
    ) except -1
    cdef Py_ssize_t _word(self, Py_ssize_t token)
    @cython.locals(start=Py_ssize_t, head=Py_ssize_t)
    cdef bint _is_definite(self, Source source)
    cdef bint _is_bare(self, Source source)
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)
    cdef bint _some_say(self, Py_ssize_t verb)
    @cython.locals(source=Source, of=cython.bint, spoken=cython.bint, bare=cython.bint, owned=cython.bint, noun=cython.bint, first=cython.bint, aside=cython.bint, named=cython.bint, owner=cython.bint)
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )
    cdef Source _according(self, Py_ssize_t at, Py_ssize_t end, Py_ssize_t stop)
    @cython.locals(supposed=cython.bint, able=cython.bint, asked=cython.bint)
    cdef Source _judged(
        self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )
