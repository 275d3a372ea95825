# The C types of _matcher.py. They change its speed, never its results.
cimport cython

cdef int CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE
cdef Py_ssize_t _WINDOW, _REACH, _FRAME, _NEAR
cdef int _START, _IS_EVIDENCE, _END, _FIRST, _LAST, _RULE

@cython.final
cdef class Matcher:
    cdef const int[::1] chunk_starts, chunks, anchor_rules, program
    cdef const unsigned long long[::1] bits, neighbour_bits, sets
    cdef const unsigned short[::1] classes
    cdef unsigned short[::1] symbols
    cdef const int[:, ::1] neighbours, rules
    cdef int[:, ::1] visited
    cdef int[::1] choices
    cdef Py_ssize_t end
    cdef int attempt

    @cython.locals(allowed=cython.ulonglong)
    cpdef Py_ssize_t find(
        self, const unsigned short[::1] tape, const Py_ssize_t[::1] bounds, int[:, ::1] matches
    ) except -1
    cdef inline bint _holds(self, Py_ssize_t chunk, Py_ssize_t symbol) noexcept
    cdef bint _try(
        self, Py_ssize_t at, Py_ssize_t begin, Py_ssize_t limit, int rule, int[:, ::1] matches,
        Py_ssize_t count,
    ) except -1
    cdef Py_ssize_t _run(
        self, Py_ssize_t start, Py_ssize_t limit, Py_ssize_t origin, Py_ssize_t first
    ) noexcept

cpdef void drop_overlaps(
    const int[:, ::1] matches, const int[:, ::1] rules, Py_ssize_t[:, ::1] reach,
    Py_ssize_t[:, :, ::1] spans, unsigned char[::1] chosen,
) except *
cdef bint _overlaps(
    Py_ssize_t first, Py_ssize_t last, Py_ssize_t[:, :, ::1] spans, Py_ssize_t signal,
    Py_ssize_t size,
) except -1
