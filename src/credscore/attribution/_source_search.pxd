# The C types of _source_search.py. They change its speed, never its results.
cimport cython
from credscore.attribution._phrases cimport clause_before, gap_end
from credscore.attribution._source_kind cimport Source, letter_at, source_of
from credscore.attribution._source_phrases cimport SourcePhrases

cdef Py_ssize_t _WINDOW, _SHORT
cdef int _KIND, _CUE, _START, _END, _VERB, _VERB_END, _INSTITUTION
cdef dict _KINDS
cdef double _LOCATIVE
cdef unsigned long long _FACTOR, _BITS, _ASKED
cdef str FIRST
cdef unsigned int BESIDE
cdef unsigned int ACTIVE, BARE, BELIEVING, BY, CAPITAL, CONDITIONAL, HYPOTHESIS, INVERTING, NEGATION
cdef unsigned int NOUN, OBJECT, ONGOING, SINGLE, SOME, TO

cdef class Sources(SourcePhrases):
    @cython.locals(
        source=Source, other=Source, at=Py_ssize_t, unnamed=dict, bounds="const Py_ssize_t[::1]",
        body_ends="const Py_ssize_t[:]", last=Py_ssize_t, sentence=Py_ssize_t, article=Py_ssize_t,
        named=cython.bint, is_again=cython.bint, kinds=list, cue=cython.int,
        definite=cython.int, again=cython.int, unasserted=cython.int, count=Py_ssize_t,
    )
    cpdef Py_ssize_t statements(
        self, const int[:, ::1] rows, text, table, int[:, ::1] found
    ) except -1
    @cython.locals(
        hashes="const unsigned long long[::1]", body_ends="const Py_ssize_t[:]",
        article=Py_ssize_t, person=Py_ssize_t, number=Py_ssize_t, last=Py_ssize_t,
        is_body=cython.bint, bodies=list, numbers=dict, of_persons=list, asked=bytearray, values=tuple, name=cython.ulonglong,
    )
    cdef void _tell_bodies(self, int[:, ::1] found, list persons, text) except *
    @cython.locals(
        article=Py_ssize_t, first=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, number=Py_ssize_t,
        letters=str, mentions=list, places=list, bodies=list, titled=list, before=Py_UCS4,
        after=Py_UCS4, near=Py_UCS4, far=Py_UCS4,
    )
    cdef list _bodies(
        self, bytearray asked, dict numbers, const unsigned long long[::1] hashes,
        const Py_ssize_t[:] body_ends,
    )
    cdef Py_ssize_t _word(self, Py_ssize_t token)
    cdef bint _is_bare(self, Source source)
    cpdef Source subject(self, Py_ssize_t verb, Py_ssize_t begin)
    cdef bint _some_say(self, Py_ssize_t verb)
    @cython.locals(source=Source, of=cython.bint, spoken=cython.bint, bare=cython.bint, noun=cython.bint, first=cython.bint)
    cpdef Source of(
        self, Py_ssize_t at, Py_ssize_t end, str kind, Py_ssize_t begin, Py_ssize_t stop, bint alone
    )
    cdef Source _judged(
        self, Source source, Py_ssize_t verb, Py_ssize_t end, Py_ssize_t stop, bint spoken
    )
    cdef Source _of_sentence(self, Py_ssize_t begin, Py_ssize_t verb)
