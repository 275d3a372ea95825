# The C types of _folding.py. They change its speed, never its results.
cimport cython

cdef unsigned long long _FACTOR, _BITS
cdef int _IGNORED, _SPACE

@cython.locals(
    size=Py_ssize_t, edge=Py_ssize_t, mixed=cython.ulonglong, last=cython.ulonglong,
    place=cython.int, character=cython.Py_UCS4, entry=cython.int, mask=cython.ulonglong,
    letter=cython.ulonglong,
)
cpdef Py_ssize_t fold(
    str piece, int offset, const unsigned short[::1] entries,
    const unsigned long long[::1] masks, unsigned short[::1] folded, int[::1] places, int[::1] edges, unsigned long long[::1] hashes,
) except -1

@cython.locals(mixed=cython.ulonglong, letter=cython.ulonglong, at=Py_ssize_t)
cpdef unsigned long long hash_of(
    const unsigned short[::1] folded, Py_ssize_t start, Py_ssize_t end
) except? 1
