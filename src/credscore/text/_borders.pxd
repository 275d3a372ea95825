# The C types of _borders.py. They change its speed, never its results.
cimport cython

cdef int _FULL_STOP, _QUOTE, _OPENING, _CLOSING, _BRACKET, _name, _capitals
cdef int ANY_CASE, BREAK, CLOSER, DIGITS, GOES_ON, OPENER, QUOTES, STOP, UNLESS_OPENED
cdef int ANYWHERE
cdef Py_ssize_t _SHOUTED
cdef str _DOT
cdef unsigned long long _LAST_BITS

@cython.locals(
    shapes="const unsigned short[::1]", offsets="const int[::1]", ends="const int[::1]",
    hashes="const unsigned long long[::1]", capitals="const unsigned char[::1]",
)
cpdef Py_ssize_t write_sentences(
    str source, tokens, const unsigned char[::1] roles, dict abbreviations, dict openers,
    bytearray likely, Py_ssize_t[::1] starts
) except -1

@cython.locals(needed=cython.int, initial=cython.bint)
cdef bint _goes_on(
    str source, const unsigned short[::1] shapes, const int[::1] offsets, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned char[::1] capitals,
    const unsigned char[::1] roles, dict abbreviations, dict openers, Py_ssize_t token,
    Py_ssize_t first
) except -1

@cython.locals(last=Py_ssize_t, following=Py_ssize_t, first=Py_ssize_t, opens=cython.int)
cdef bint _begins_anew(
    const unsigned short[::1] shapes, const int[::1] offsets, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned char[::1] capitals,
    const unsigned char[::1] roles, dict openers, Py_ssize_t token
) except -1

@cython.locals(
    shapes="const unsigned short[::1]", starts="const int[::1]", ends="const int[::1]",
    is_open=cython.bint, opens=cython.bint, joined=cython.bint, before=cython.bint, after=cython.bint,
)
cpdef Py_ssize_t write_quotations(
    tokens, const unsigned char[::1] roles, Py_ssize_t[::1] bounds
) except -1
