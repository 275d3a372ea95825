# The C types of _words.py. They change its speed, never its results.
cimport cython

cdef unsigned int FAMILIAR, HIDING, HYPOTHESIS, NEGATION, NOUN, SINGULAR, TALK, TO
cdef str ADVERBS, AUXILIARIES, COUNTS, DETERMINERS, HEADS, JOINTS, MODIFIERS, NAMES, PARTS
cdef str PREPOSITIONS, _BETWEEN, _FEW, _OPENING

@cython.final
cdef class Source:
    cdef public str kind
    cdef public Py_ssize_t start, end
    cdef public bint asserted

@cython.locals(source=Source)
cpdef Source source_of(str kind, Py_ssize_t start, Py_ssize_t end)

cdef class Words:
    cdef readonly str tape, letters
    cdef str backwards, locative, aside, by, generic, opening, past, left_over, makers, one_or_another, posed, posing
    cdef str reporters, plural, singular, compass, joining, able, asking
    cdef str group, agent, including, met, single_words, many, reporting, someone, own, things, times
    cdef str found_or_shown, shows, uttered, it, they, which, issuing, posts, telling
    cdef const unsigned int[::1] traits
    cdef const unsigned long long[::1] hashes
    cdef const int[::1] starts, ends
    cdef str source
    cdef object hidden, familiar

    cdef bint _is(self, Py_ssize_t token, unsigned int trait)
    cdef bint is_one_of(self, Py_ssize_t token, frozenset words)
    cpdef bint is_finite(self, Py_ssize_t verb) except -1
    cpdef bint has(self, Py_ssize_t start, Py_ssize_t end, unsigned int trait)
    cdef bint is_unasserted(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(trait="unsigned int", after=Py_UCS4, joined=cython.bint)
    cdef bint is_thing(self, Py_ssize_t verb, Py_ssize_t end) except -1
    @cython.locals(letters=str, end=Py_ssize_t, lone=cython.bint)
    cdef bint is_within(self, Source source, Py_ssize_t verb) except -1
    cpdef bint says_anonymous(self, Py_ssize_t start, Py_ssize_t end) except -1
    @cython.locals(letters=str, size=Py_ssize_t, at=Py_ssize_t, place=Py_ssize_t)
    cdef Py_ssize_t impostor_start(self, Py_ssize_t start) except -2
    cpdef bint says_informed(self, Py_ssize_t start, Py_ssize_t end) except -1

cpdef Py_ssize_t head_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t start_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cdef Py_ssize_t _before_determiner(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t phrase_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t link_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t gap_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t clause_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cdef Py_ssize_t _skip(str back, Py_ssize_t at, Py_ssize_t stop, str letters) except -2
cdef Py_UCS4 _letter(str back, Py_ssize_t at, Py_ssize_t stop)
cdef bint _is_relative_clause(str back, Py_ssize_t at, Py_ssize_t stop)
cpdef Py_UCS4 letter_at(str letters, Py_ssize_t at)
