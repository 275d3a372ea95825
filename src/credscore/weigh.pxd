# The C types of weigh.py. They change its speed, never its results.
cimport cython

@cython.locals(article=Py_ssize_t, term=Py_ssize_t, value=cython.double, share=cython.double)
cpdef void offset(
    const double[:, :] features, const Py_ssize_t[::1] columns, const double[::1] lows,
    const double[::1] highs, const double[::1] centers, const double[::1] bodies,
    const double[:] unread, double[:, ::1] offsets,
) except *

@cython.locals(
    article=Py_ssize_t, row=Py_ssize_t, term=Py_ssize_t, total=cython.double, part=cython.double,
)
cpdef void deviate(
    const double[:, :] offsets, Py_ssize_t terms, const double[::1] constants,
    const double[:, ::1] factor, double[::1] deviations,
) except *

@cython.locals(
    article=Py_ssize_t, term=Py_ssize_t, value=cython.double, count=Py_ssize_t,
)
cpdef void count_outside(
    const double[:, :] features, const Py_ssize_t[::1] columns, const double[::1] lows,
    const double[::1] highs, Py_ssize_t[::1] counts,
) except *
