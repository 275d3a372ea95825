# The C types of profile.py. They change its speed, never its results.
cimport cython
from credscore cimport records

cdef Py_ssize_t _HEDGES, _ATTRIBUTED, _REST, _MIN_WORDS
cdef int _TOO_SHORT, _NOT_ENGLISH, _NO_ATTRIBUTION, _UNUSUAL, _TRUNCATED, _MOSTLY_QUOTATION, _DEBUNKS
cdef double _MAX_QUOTED_SHARE, _MIN_FUNCTION_WORD_SHARE
cdef tuple _STANCES

@cython.locals(
    sums=cython.double[:, ::1], words=Py_ssize_t[:], sentences=Py_ssize_t[:], made=list,
    article=Py_ssize_t, of=cython.double, most=Py_ssize_t,
)
cpdef list profiles(found)

cdef object _share(double part, double whole)

@cython.locals(
    kinds=Py_ssize_t[:], zones=Py_ssize_t[:], quoted=Py_ssize_t[:],
    articles=Py_ssize_t[:], said=Py_ssize_t[::1], denial=Py_ssize_t, debunk=Py_ssize_t,
    made=list, row=Py_ssize_t, article=Py_ssize_t,
)
cpdef list stances(found)

@cython.locals(
    words=Py_ssize_t[:], quoted=Py_ssize_t[:], tokens=Py_ssize_t[:],
    attributed=cython.double[:, ::1], first=Py_ssize_t[:, ::1], beyond=Py_ssize_t[::1],
    most=cython.double, truncated=list, made=list, article=Py_ssize_t, bits=cython.int,
    read=Py_ssize_t, known=Py_ssize_t,
)
cpdef list caveats(found, list where, outside, features)
