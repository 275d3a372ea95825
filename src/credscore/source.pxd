# The C types of source.py. They change its speed, never its results.
cimport cython

@cython.locals(whole=str)
cpdef object classify(
    known, str letters, str tape, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, str verb
)

@cython.locals(phrase=str)
cdef object _name(known, str letters, Py_ssize_t start, Py_ssize_t head, str verb)

@cython.locals(phrase=str)
cdef object _talk(
    known, str letters, str tape, Py_ssize_t start, Py_ssize_t head, Py_ssize_t end, str verb
)
