# The C types of source.py. They change its speed, never its results.
cimport cython

cdef class Signs:
    cdef readonly object hidden, familiar
    cdef readonly str by
    cdef readonly frozenset official, rumor, showing, bare, ongoing, inverting, negation
    cdef readonly frozenset single, kin, people, believing, talk, nouns, to, vague, singular
    cdef readonly frozenset hypothesis, some, several, objects, active, crowd, conditional

@cython.locals(whole=str)
cpdef object classify(
    Signs known, str letters, str tape, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, str verb
)

@cython.locals(phrase=str)
cdef object _name(Signs known, str letters, Py_ssize_t start, Py_ssize_t head, str verb)

@cython.locals(phrase=str)
cdef object _talk(
    Signs known, str letters, str tape, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, str verb
)

cdef bint _disagree(
    Signs known, str letters, Py_ssize_t start, Py_ssize_t head, str verb
) except -1
