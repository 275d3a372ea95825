# The C types of _source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._source_kind cimport is_noun
from credscore.attribution._source_names cimport SourceNames
from credscore.attribution._words cimport Source, clause_before, gap_end, letter_at, source_of

cdef Py_ssize_t _WINDOW
cdef int KIND, CUE, START, END, VERB, VERB_END
cdef dict _NUMBERS
cdef str FIRST, HEADS
cdef unsigned int BESIDE
cdef unsigned int ACTIVE, BARE, BELIEVING, BY, CAPITAL, CONDITIONAL, HIDING, HYPOTHESIS, INVERTING, KIN, NEGATION
cdef unsigned int NOUN, OBJECT, ONGOING, PRESS, SINGLE, TO

cdef class Sources(SourceNames):
    @cython.locals(
        other=Source, bounds="const Py_ssize_t[::1]", named_rows=list,
        title_starts="const Py_ssize_t[:]", body_ends="const Py_ssize_t[:]", named=cython.bint, is_again=cython.bint,
        definite=cython.int, again=cython.int, credited=Py_ssize_t
    )
    cpdef Py_ssize_t statements(
        self, const int[:, ::1] rows, text, table, int[:, ::1] result
    ) except -1
    cdef Py_ssize_t _word(self, Py_ssize_t token)
    cdef bint _is_definite(self, Source source)
    cdef bint _is_bare(self, Source source)
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)
    @cython.locals(source=Source, is_spoken=cython.bint, lost=cython.bint, ended=cython.bint)
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )
    @cython.locals(bare=cython.bint, beside=cython.bint, many=cython.bint)
    cdef bint _asserts_nothing(self, Source source, Py_ssize_t at, Py_ssize_t end)
    @cython.locals(aside=cython.bint)
    cdef Source _with_apposed_name(self, Source source, Py_ssize_t at, Py_ssize_t end, Py_ssize_t begin)
    @cython.locals(by=Py_ssize_t, first=cython.bint, apart=cython.bint, passive=cython.bint)
    cdef Source _without_subject(
        self, Py_ssize_t at, Py_ssize_t end, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )
    @cython.locals(joint=Py_ssize_t, finite=cython.bint, ongoing=cython.bint, by=cython.bint)
    cdef Source _shared_subject(self, Py_ssize_t at, Py_ssize_t end, Py_ssize_t begin)
    @cython.locals(
        near=Py_ssize_t, closing=Py_ssize_t, supposed=cython.bint, able=cython.bint,
        asked=cython.bint
    )
    cdef Source _asserted(
        self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )
    cpdef Source owner(self, Py_ssize_t genitive, Py_ssize_t begin)
    cdef Source _document(self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t begin)
    cdef Source _according_to(self, Py_ssize_t at, Py_ssize_t end, Py_ssize_t stop)
