# The C types of _source_names.py. They change its speed, never its results.
cimport cython
from credscore.attribution._source_kind cimport apposed_kind, has_plural_subject, has_thing_subject
from credscore.attribution._source_phrases cimport SourcePhrases
from credscore.attribution._words cimport Source, letter_at

cdef Py_ssize_t _SHORT, _LONGEST_NAME, _NEAR
cdef int KIND, CUE, START, END, VERB, VERB_END
cdef list _KINDS
cdef dict _NUMBERS
cdef unsigned long long _FACTOR, _BITS, _ASKED
cdef str _BEGINNINGS, _WITHIN, _AFTER_BODY
cdef unsigned int BARE, BELIEVING, CAPITAL, POLLED, SINGLE

cdef class SourceNames(SourcePhrases):
    cdef frozenset titles, roles, body_ends, post_nominals, the, given, laws, papers, pronouns, regions, months
    cdef int speech_verb, belief_verb, unasserted
    cdef tuple credits
    cdef const unsigned char[::1] particles

    cdef bint _is_own_belief(self, Source source, Py_ssize_t verb, Py_ssize_t said) except -1
    @cython.locals(
        hashes="const unsigned long long[::1]", body_ends="const Py_ssize_t[:]", row=Py_ssize_t,
        start=Py_ssize_t, last=Py_ssize_t, verb=Py_ssize_t, begin=Py_ssize_t, beside=Py_ssize_t,
        near=Py_ssize_t, someone=cython.bint, credited=cython.bint,
        reports=cython.bint, many=cython.bint, shouted=cython.bint, alone=cython.bint, names=dict, of_rows=list,
        introducing=set, kind=str, word=str
    )
    cdef void classify_names(self, int[:, ::1] table, list named, text) except *
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t)
    cdef bint _is_quoted(
        self, int[:, ::1] table, Py_ssize_t row, Py_ssize_t begin, Py_ssize_t stop
    ) except -1
    @cython.locals(role=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, last=Py_ssize_t)
    cdef void _set_kind(self, int[:, ::1] table, Py_ssize_t row, str kind) except *
    @cython.locals(at=Py_ssize_t)
    cpdef Py_ssize_t name_end(self, Py_ssize_t head) except -1
    cdef bint _holds_office(self, Py_ssize_t start, Py_ssize_t end) except -1
    @cython.locals(
        short=cython.bint, named=cython.bint, the=cython.bint, body=cython.bint, opening=cython.bint, region=cython.bint
    )
    cdef str _kind_by_words(self, str kind, Py_ssize_t start, Py_ssize_t last)
    @cython.locals(body_ends="const Py_ssize_t[:]", letters=str, after=Py_UCS4, initial=cython.bint, body=cython.bint)
    cdef void _read_mentions(self, bytearray asked, dict names, text) except *
    @cython.locals(single=cython.bint, counted=cython.bint, many=cython.bint, singular=cython.bint, which=cython.bint, several=cython.bint, who=cython.bint, initials=cython.bint, like=cython.bint, holder=cython.bint, inner=Py_ssize_t)
    cdef void _read_mention(self, name, Py_ssize_t first, Py_ssize_t last) except *
    cdef Py_ssize_t _skip_particles(self, Py_ssize_t first, Py_ssize_t last) except -1
    @cython.locals(letters=str, stop=Py_ssize_t, thing=cython.bint)
    cdef int _pronoun_evidence(self, Py_ssize_t at) except? -2
