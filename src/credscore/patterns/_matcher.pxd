# The C types of _matcher.py. They change its speed, never its results.
cimport cython

cdef int CLOSE, DONE, JUMP, OPEN, SPLIT, TAKE
cdef Py_ssize_t _WINDOW, _REACH, _FRAME, _NEAR
cdef int _START, _IS_EVIDENCE, _END, _FIRST, _LAST, _RULE

@cython.final
cdef class Matcher:
    cdef const int[::1] word_starts, words, anchor_rules, program
    cdef const unsigned long long[::1] bits, neighbour_bits, sets
    cdef const unsigned short[::1] symbols
    cdef const int[:, ::1] neighbours, rules
    cdef int[:, ::1] visited
    cdef int[::1] choices
    cdef Py_ssize_t end
    cdef int attempt

    @cython.locals(
        words="const int[::1]", bits="const unsigned long long[::1]",
        near="const unsigned long long[::1]", symbols="const unsigned short[::1]",
        count=Py_ssize_t, sentence=Py_ssize_t, begin=Py_ssize_t, stop=Py_ssize_t, at=Py_ssize_t,
        place=Py_ssize_t, limit=Py_ssize_t, last=cython.int, entry=Py_ssize_t, word=Py_ssize_t,
        allowed=cython.ulonglong, entries=Py_ssize_t, after=Py_ssize_t,
        before=Py_ssize_t, later=Py_ssize_t, earlier=Py_ssize_t, anchor=Py_ssize_t,
    )
    cpdef Py_ssize_t find(self, const Py_ssize_t[::1] bounds, int[:, ::1] matches) except -1

    cdef inline bint _holds(self, Py_ssize_t word, Py_ssize_t symbol) noexcept

    @cython.locals(
        first=Py_ssize_t, before=Py_ssize_t, start=Py_ssize_t, origin=Py_ssize_t, end=Py_ssize_t,
        evidence=Py_ssize_t, evidence_end=Py_ssize_t,
    )
    cdef bint _try(
        self, Py_ssize_t at, Py_ssize_t begin, Py_ssize_t limit, int rule, int[:, ::1] matches,
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

@cython.locals(
    count=Py_ssize_t, number=Py_ssize_t, row=Py_ssize_t, first=cython.int, last=cython.int,
    rule=cython.int, signal=Py_ssize_t, size=Py_ssize_t, at=Py_ssize_t,
)
cpdef Py_ssize_t drop_overlaps(
    const int[:, ::1] matches, Py_ssize_t[::1] order, const int[:, ::1] rules,
    Py_ssize_t[:, ::1] reach, Py_ssize_t[:, :, ::1] spans, int[:, ::1] cues,
) except -1

@cython.locals(row=Py_ssize_t, at=Py_ssize_t)
cdef void _sort(const int[:, ::1] matches, Py_ssize_t[::1] order) noexcept

cdef bint _precedes(const int[:, ::1] matches, Py_ssize_t row, Py_ssize_t other) noexcept

@cython.locals(near=Py_ssize_t)
cdef bint _overlaps(
    Py_ssize_t first, Py_ssize_t last, Py_ssize_t[:, :, ::1] spans, Py_ssize_t signal,
    Py_ssize_t size,
) except -1
