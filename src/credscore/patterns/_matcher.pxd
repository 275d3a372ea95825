# The C types of match.py. They change its speed, never its results.
cimport cython

cdef int CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE, _FRAME
cdef Py_ssize_t _WINDOW
cdef int _START, _FIRES, _END, _FIRST, _LAST, _RULE

@cython.final
cdef class Matcher:
    cdef const int[::1] anchors, words, tries
    cdef const unsigned long long[::1] bits, rows, sets
    cdef unsigned short[::1] symbols
    cdef const int[:, ::1] near
    cdef const int[:, ::1] rules
    cdef const int[::1] program
    cdef int[:, ::1] tried
    cdef int[::1] choices
    cdef Py_ssize_t margin, end
    cdef int attempt

    @cython.locals(at=Py_ssize_t)
    cpdef void read(
        self, const unsigned short[::1] tape, const unsigned short[::1] classes
    ) except *

    @cython.locals(
        anchors="const int[::1]", words="const int[::1]", bits="const unsigned long long[::1]",
        near="const int[:, ::1]",
        rows="const unsigned long long[::1]", tries="const int[::1]",
        symbols="unsigned short[::1]", margin=Py_ssize_t,
        count=Py_ssize_t, sentence=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, at=Py_ssize_t,
        place=Py_ssize_t, first=Py_ssize_t, limit=Py_ssize_t, last=cython.int, entry=Py_ssize_t, word=Py_ssize_t,
        allowed=cython.ulonglong, entries=Py_ssize_t, after=Py_ssize_t,
        before=Py_ssize_t, later=Py_ssize_t, earlier=Py_ssize_t, number=Py_ssize_t,
    )
    cpdef Py_ssize_t find(self, const Py_ssize_t[::1] bounds, int[:, ::1] fired) except -1

    cdef inline bint _holds(self, Py_ssize_t number, Py_ssize_t symbol) noexcept

    @cython.locals(
        first=Py_ssize_t, before=Py_ssize_t, start=Py_ssize_t, origin=Py_ssize_t, end=Py_ssize_t,
        evidence=Py_ssize_t, evidence_end=Py_ssize_t,
    )
    cdef bint _try(
        self, Py_ssize_t at, Py_ssize_t begin, Py_ssize_t limit, int rule, int[:, ::1] fired,
        Py_ssize_t count,
    ) except -1

    @cython.locals(
        step=Py_ssize_t, at=Py_ssize_t, symbol=Py_ssize_t, opened=cython.int,
        evidence=cython.int, evidence_end=cython.int, depth=Py_ssize_t, what=cython.int,
        here=cython.bint,
    )
    cdef Py_ssize_t _run(
        self, Py_ssize_t start, Py_ssize_t limit, Py_ssize_t origin, Py_ssize_t first
    ) noexcept
