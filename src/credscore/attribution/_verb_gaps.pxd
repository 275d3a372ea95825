# The C types of gaps.py. They change its speed, never its results.
cimport cython

@cython.locals(limit=Py_ssize_t)
cpdef Py_ssize_t gap_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(place=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t clause_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

cdef bint _relates(str back, Py_ssize_t at, Py_ssize_t stop)

@cython.locals(mark=Py_UCS4, end=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t aside_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t, after=Py_ssize_t, every=cython.bint, end=Py_ssize_t)
cpdef Py_ssize_t infinitive_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t)
cdef Py_ssize_t _auxiliaries_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2
