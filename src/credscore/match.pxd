# The C types of match.py. They change its speed, never its results.
cimport cython

cdef int CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE, _FRAME
cdef Py_ssize_t _WINDOW
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
