# The C types of match.py. They change its speed, never its results.
cimport cython

cdef int CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE, _FRAME
cdef Py_ssize_t _WINDOW, _NEAR
cdef int _START, _FIRES, _END, _FIRST, _LAST, _RULE

@cython.locals(
    sentence=Py_ssize_t, attempt=cython.int, count=Py_ssize_t, words=Py_ssize_t, width=Py_ssize_t, at=Py_ssize_t,
    symbol=Py_ssize_t, last=cython.int, word=Py_ssize_t, allowed=cython.ulonglong,
    step=Py_ssize_t, number=Py_ssize_t,
)
cpdef Py_ssize_t find_matches(
    const unsigned short[::1] symbols, Py_ssize_t size, Py_ssize_t margin,
    const Py_ssize_t[::1] bounds, int[:, ::1] tried, int[::1] choices,
    int[:, ::1] fired, const unsigned char[::1] anchored, const unsigned long long[:, ::1] anchors, const Py_ssize_t[::1] offsets,
    const unsigned long long[:, :, ::1] near, const int[::1] tries, const int[:, ::1] rules,
    const int[:, ::1] program, const unsigned long long[:, ::1] sets,
) except -1

@cython.locals(
    first=Py_ssize_t, before=Py_ssize_t, start=Py_ssize_t, origin=Py_ssize_t, end=Py_ssize_t,
    evidence=Py_ssize_t, evidence_end=Py_ssize_t,
)
cdef int _try(
    const unsigned short[::1] symbols, Py_ssize_t margin, Py_ssize_t at, Py_ssize_t begin,
    Py_ssize_t limit, int rule, const int[:, ::1] rules, const int[:, ::1] program,
    const unsigned long long[:, ::1] sets, int[:, ::1] tried, int[::1] choices, int attempt,
    int[:, ::1] fired, Py_ssize_t count,
) except? -1

@cython.locals(
    step=Py_ssize_t, at=Py_ssize_t, opened=cython.int, evidence=cython.int,
    evidence_end=cython.int, depth=Py_ssize_t, what=cython.int, symbol=Py_ssize_t,
    split=Py_ssize_t,
)
cdef Py_ssize_t _run(
    const unsigned short[::1] symbols, Py_ssize_t margin, Py_ssize_t start, Py_ssize_t limit,
    Py_ssize_t origin, Py_ssize_t first, const int[:, ::1] program,
    const unsigned long long[:, ::1] sets, int[:, ::1] tried, int[::1] choices, int attempt,
) except -2

@cython.locals(
    found=Py_ssize_t, place=Py_ssize_t, row=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t,
    rule=Py_ssize_t, signal=Py_ssize_t, kept=Py_ssize_t, at=Py_ssize_t,
)
cpdef Py_ssize_t settle(
    const int[:, ::1] fired, Py_ssize_t count, Py_ssize_t[::1] order, const int[:, ::1] rules,
    Py_ssize_t[:, ::1] reach, Py_ssize_t[:, :, ::1] taken, int[:, ::1] cues,
) except -1

@cython.locals(found=list, row=Py_ssize_t, rule=Py_ssize_t)
cpdef list cues_of(
    int signal, const int[:, ::1] cues, const int[:, ::1] rules, list names, make,
)

@cython.locals(row=Py_ssize_t, place=Py_ssize_t)
cdef void _sort(const int[:, ::1] fired, Py_ssize_t count, Py_ssize_t[::1] order) except *

cdef bint _precedes(const int[:, ::1] fired, Py_ssize_t one, Py_ssize_t other) except -1

@cython.locals(near=Py_ssize_t)
cdef bint _is_free(
    Py_ssize_t first, Py_ssize_t last, Py_ssize_t[:, :, ::1] taken, Py_ssize_t signal,
    Py_ssize_t kept,
) except -1
