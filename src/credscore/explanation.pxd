# The C types of explanation.py. They change its speed, never its results.
cimport cython

cdef Py_ssize_t _TITLE, _ZONES

@cython.locals(
    row=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, in_title=cython.bint, offset=Py_ssize_t,
    made=list,
)
cdef list _cut_out(
    list rows, str source, const Py_ssize_t[::1] starts, const Py_ssize_t[::1] ends,
    const Py_ssize_t[::1] articles, const Py_ssize_t[::1] zones,
    const Py_ssize_t[:] title_offsets, const Py_ssize_t[:] body_offsets,
    const unsigned char[::1] quoted, make,
)

@cython.locals(
    article=Py_ssize_t, place=Py_ssize_t, term=Py_ssize_t, width=Py_ssize_t, value=cython.double,
    made=list,
)
cdef list _explained(
    list names, list signals, const Py_ssize_t[:, :] ranks, const Py_ssize_t[::1] columns,
    const double[:, :] features, const double[:, :] contributions, list support, make,
)

@cython.locals(
    row=Py_ssize_t, article=Py_ssize_t, term=Py_ssize_t, slot=Py_ssize_t, places=list,
    held=list,
)
cdef list _support(
    list counting, const Py_ssize_t[::1] kinds, const Py_ssize_t[::1] zones,
    const Py_ssize_t[::1] articles, list bounds, Py_ssize_t width, Py_ssize_t count,
)
