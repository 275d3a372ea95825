# The C types of weigh.py. They change its speed, never its results.
cimport cython
from libc cimport math

cdef Py_ssize_t _LOG_ODDS, _SCORE, _LOW, _HIGH, _EVEN
cdef double _Z90

@cython.locals(
    article=Py_ssize_t, term=Py_ssize_t, unread=cython.double, value=cython.double,
    share=cython.double,
)
cpdef void offset(
    const double[:, :] features, const Py_ssize_t[::1] columns, const double[::1] lows,
    const double[::1] highs, const double[::1] centers, const double[::1] bodies,
    const double[:] lengths, double half_words, double[:, ::1] offsets,
) except *

@cython.locals(row=Py_ssize_t, term=Py_ssize_t, total=cython.double, part=cython.double)
cpdef double deviation(
    const double[:, :] offsets, Py_ssize_t article, Py_ssize_t terms,
    const double[::1] constants, const double[:, ::1] factor,
) except? -1

@cython.locals(
    article=Py_ssize_t, term=Py_ssize_t, value=cython.double, count=Py_ssize_t,
)
cpdef void count_outside(
    const double[:, :] features, const Py_ssize_t[::1] columns, const double[::1] lows,
    const double[::1] highs, Py_ssize_t[::1] counts,
) except *

@cython.locals(odds=cython.double)
cpdef double expit(double log_odds) except? -1

@cython.locals(
    terms=Py_ssize_t, article=Py_ssize_t, term=Py_ssize_t, middle=cython.double,
    reach=cython.double,
)
cpdef void judge(
    const double[:, :] offsets, const double[::1] weights, const double[::1] constants,
    const double[:, ::1] factor, double base, double shift, double[::1] parts,
    double[:, ::1] contributions, double[:, ::1] figures,
) except *

@cython.locals(
    count=Py_ssize_t, column=Py_ssize_t, value=cython.double, kept=Py_ssize_t, place=Py_ssize_t,
    part=cython.double, high=cython.double, low=cython.double,
)
cpdef double add(
    const double[:, ::1] rows, Py_ssize_t row, Py_ssize_t columns, double[::1] parts
) except? -1

@cython.locals(
    last=Py_ssize_t, article=Py_ssize_t, at=cython.double, place=Py_ssize_t, low=cython.double,
    of_true=cython.double, of_false=cython.double, beyond=cython.double, width=cython.double,
    whole=cython.double,
)
cpdef void share_false(
    double[:] scores, const double[::1] measured, const double[::1] true,
    const double[::1] false, double prior,
) except *
