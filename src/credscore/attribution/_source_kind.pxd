# The C types of _source_kind.py. They change its speed, never its results.
cimport cython
from credscore.attribution._phrases cimport phrase_before

cdef unsigned int BARE, BELIEVING, CAPITAL, CROWD, FAMILIAR, GENERIC, HIDING, HYPOTHESIS, KIN
cdef unsigned int NEGATION, NOUN, OFFICIAL, PEOPLE, POLLED, PRESS, RUMOR, SEVERAL, SHOWING, SINGLE, SINGULAR, SOME, TALK, TO, VAGUE
cdef str BOUNDARIES, COUNTS, DETERMINERS, NAMES, PREPOSITIONS

@cython.final
cdef class Source:
    cdef public str kind
    cdef public Py_ssize_t start, end
    cdef public bint asserted

@cython.locals(source=Source)
cpdef Source source_of(str kind, Py_ssize_t start, Py_ssize_t end)

cdef class Words:
    cdef readonly str tape, letters
    cdef str backwards, locative, aside, by, generic, opening, past, left_over, makers, one, posed, posing
    cdef str particles, reporters, plural, singular, compass, joining, able, asking, away
    cdef str including, reporting, someone, things
    cdef const unsigned int[::1] traits
    cdef object hidden, familiar

    cpdef bint has(self, Py_ssize_t start, Py_ssize_t end, unsigned int trait)
    cdef bint unsaid(self, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(trait="unsigned int", after=Py_UCS4, joined=cython.bint)
    cdef bint is_thing(self, Py_ssize_t verb, Py_ssize_t end) except -1
    @cython.locals(letters=str, end=Py_ssize_t, lone=cython.bint)
    cdef bint is_within(self, Source source, Py_ssize_t verb) except -1
    cpdef bint hides(self, Py_ssize_t start, Py_ssize_t end) except -1
    @cython.locals(letters=str, size=Py_ssize_t, at=Py_ssize_t, place=Py_ssize_t)
    cdef Py_ssize_t posing_before(self, Py_ssize_t start) except -2
    cpdef bint knows(self, Py_ssize_t start, Py_ssize_t end) except -1

@cython.locals(people=cython.bint, begins=cython.bint, plain=cython.bint)
cpdef str kind_of(
    Words words, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
)
cpdef Py_UCS4 letter_at(str letters, Py_ssize_t at)
cdef bint _has(str letters, Py_ssize_t start, Py_ssize_t end, str letter)
@cython.locals(plain=cython.bint, begins=cython.bint, shown=cython.bint)
cdef str _people(
    Words words, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
)
cdef bint _identifies(str letters, Py_ssize_t start, Py_ssize_t head)
cdef bint _is_counted(Words words, Py_ssize_t start, Py_ssize_t head)
cdef bint _disagree(str letters, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
@cython.locals(
    single=cython.bint, one=Py_ssize_t, named=cython.bint, people=cython.bint, before=Py_UCS4,
    bare=cython.bint
)
cdef str _name(Words words, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
@cython.locals(modified=cython.bint, named=cython.bint, owned=cython.bint)
cdef str _talk(Words words, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
