# The C types of sentences.py. They change its speed, never its results.
cimport cython

cdef int BREAK, CLOSER, GOES_ON, OPENER, QUOTES, STOP, _FULL_STOP, _QUOTE, _OPENING, _CLOSING

@cython.locals(
    count=Py_ssize_t, closers=cython.int, ended=cython.bint, token=Py_ssize_t, role=cython.int,
    stop=Py_ssize_t, lower=cython.int, goes_on=cython.bint, needed=cython.int,
)
cpdef Py_ssize_t find_sentences(
    const unsigned short[::1] shapes, const int[::1] starts, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned char[::1] capitals,
    const unsigned char[::1] roles, dict abbreviations, Py_ssize_t[::1] found,
) except -1

@cython.locals(
    count=Py_ssize_t, is_open=cython.bint, opens=cython.bint, last=Py_ssize_t, token=Py_ssize_t,
    shape=cython.int, joined=cython.bint, before=cython.bint, after=cython.bint,
)
cpdef Py_ssize_t find_quotations(
    const unsigned short[::1] shapes, const int[::1] starts, const int[::1] ends,
    const unsigned char[::1] roles, Py_ssize_t[::1] found,
) except -1

@cython.locals(found=list, run=Py_ssize_t, token=Py_ssize_t)
cpdef list find_runs(const unsigned short[::1] shapes, int shape, Py_ssize_t least)

@cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
cpdef Py_ssize_t count_up_to(const Py_ssize_t[::1] bounds, Py_ssize_t position) except -1
