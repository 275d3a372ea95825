# The C types of settle.py. They change its speed, never its results.
cimport cython
from credscore.evidence.finding cimport Finding

cdef Py_ssize_t _NEAR
cdef int END, FIRES, FIRST, LAST, RULE, START

@cython.locals(
    found=Py_ssize_t, place=Py_ssize_t, row=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t,
    rule=Py_ssize_t, signal=Py_ssize_t, kept=Py_ssize_t, at=Py_ssize_t,
)
cpdef Py_ssize_t settle(
    const int[:, ::1] fired, Py_ssize_t count, Py_ssize_t[::1] order, const int[:, ::1] rules,
    Py_ssize_t[:, ::1] reach, Py_ssize_t[:, :, ::1] taken, int[:, ::1] cues,
) except -1

@cython.locals(found=list, row=Py_ssize_t, rule=Py_ssize_t, one=Finding)
cpdef list cues_of(
    str signal, int number, const int[:, ::1] cues, const int[:, ::1] rules, list kinds, list names
)

@cython.locals(row=Py_ssize_t, place=Py_ssize_t)
cdef void _sort(const int[:, ::1] fired, Py_ssize_t count, Py_ssize_t[::1] order) except *

cdef bint _precedes(const int[:, ::1] fired, Py_ssize_t one, Py_ssize_t other) except -1

@cython.locals(near=Py_ssize_t)
cdef bint _is_free(
    Py_ssize_t first, Py_ssize_t last, Py_ssize_t[:, :, ::1] taken, Py_ssize_t signal,
    Py_ssize_t kept,
) except -1
