# The C types of _source_kind.py. They change its speed, never its results.
cimport cython
from credscore.attribution._words cimport Words, letter_at

cdef unsigned int BARE, BELIEVING, BESIDE, CAPITAL, CROWD, GENERIC, KIN, NEGATION, NOUN, OFFICIAL, ONGOING, PEOPLE
cdef unsigned int POLLED, PRESS, RUMOR, SEVERAL, SHOWING, SINGLE, SINGULAR, SOME, TALK, TO, VAGUE
cdef Py_ssize_t _LONGEST
cdef tuple _OF
cdef str BOUNDARIES, COUNTS, DETERMINERS, FIRST, NAMES, PREPOSITIONS

@cython.locals(of=cython.bint, named=cython.bint, plain=cython.bint, is_verb=cython.bint, after=Py_UCS4, beside=Py_ssize_t, single_name=cython.bint)
cpdef bint is_noun(Words words, Py_ssize_t at, Py_ssize_t end, Py_ssize_t begin) except -1
cdef Py_ssize_t _before_name(Words words, Py_ssize_t at) except -1
@cython.locals(several=cython.bint)
cdef bint _is_single_body(Words words, Py_ssize_t at) except -1
@cython.locals(bare=cython.bint, noun=cython.bint)
cdef bint _is_verb_of_some(Words words, Py_ssize_t verb) except -1
@cython.locals(people=cython.bint, begins=cython.bint, plain=cython.bint, talk=cython.bint)
cpdef str kind_of(
    Words words, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
)
@cython.locals(letters=str, first=Py_UCS4, said=Py_UCS4, singular=cython.bint, own=cython.bint)
cdef bint _are_people(Words words, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end) except -1
cdef bint _has(str letters, Py_ssize_t start, Py_ssize_t end, str letter)
@cython.locals(plain=cython.bint, begins=cython.bint, shown=cython.bint)
cdef str _people_kind(
    Words words, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, unsigned int verb
)
cdef bint _is_certain(str letters, Py_ssize_t start, Py_ssize_t head)
cdef bint _is_counted(Words words, Py_ssize_t start, Py_ssize_t head)
@cython.locals(letters=str)
cdef bint _differ_in_number(Words words, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
@cython.locals(
    single=cython.bint, name_end=Py_ssize_t, named=cython.bint, people=cython.bint, before=Py_UCS4,
    bare=cython.bint, beside=cython.bint, listed=cython.bint
)
cdef str _name_kind(Words words, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
@cython.locals(modified=cython.bint, named=cython.bint, owned=cython.bint)
cdef str _talk_kind(Words words, Py_ssize_t start, Py_ssize_t head, unsigned int verb)
@cython.locals(letters=str, start=Py_ssize_t, stop=Py_ssize_t)
cpdef str apposed_kind(Words words, Py_ssize_t at, frozenset titles)
@cython.locals(letters=str, first=Py_ssize_t)
cpdef bint has_thing_subject(Words words, Py_ssize_t at) except -1
@cython.locals(bare=cython.bint)
cpdef bint has_plural_subject(Words words, Py_ssize_t verb) except -1
