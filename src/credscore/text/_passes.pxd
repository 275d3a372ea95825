# The C types of _passes.py. They change its speed, never its results.
cimport cython

cdef unsigned long long _FACTOR, _BITS
cdef int _IGNORED, _SPACE, _FULL_STOP, _QUOTE, _OPENING, _CLOSING
cdef int BREAK, CLOSER, GOES_ON, OPENER, QUOTES, STOP

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

@cython.locals(
    shapes="const unsigned short[::1]", offsets="const int[::1]", ends="const int[::1]",
    hashes="const unsigned long long[::1]", capitals="const unsigned char[::1]",
    count=Py_ssize_t, closers=cython.int, ended=cython.bint, token=Py_ssize_t, role=cython.int,
    last=Py_ssize_t, word=Py_ssize_t, lower=cython.int, goes_on=cython.bint, needed=cython.int,
)
cpdef Py_ssize_t write_sentences(
    tokens, const unsigned char[::1] roles, dict abbreviations, Py_ssize_t[::1] starts
) except -1

@cython.locals(
    shapes="const unsigned short[::1]", starts="const int[::1]", ends="const int[::1]",
    count=Py_ssize_t, is_open=cython.bint, opens=cython.bint, last=Py_ssize_t, token=Py_ssize_t,
    shape=cython.int, role=cython.int, joined=cython.bint, before=cython.bint, after=cython.bint,
)
cpdef Py_ssize_t write_quotations(
    tokens, const unsigned char[::1] roles, Py_ssize_t[::1] bounds
) except -1
