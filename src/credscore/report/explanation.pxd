# The C types of explanation.py. They change its speed, never its results.
cimport cython
from credscore.report cimport _records as records

cdef Py_ssize_t _START, _END, _KIND, _ZONE, _IN_QUOTE, _TITLE, _ZONES

cdef class _Quotes:
    cdef list _rows, _bounds, _pieces
    cdef const Py_ssize_t[:, ::1] _places
    cdef const int[::1] _starts, _ends
    cdef const Py_ssize_t[:] _title_offsets, _body_offsets

    @cython.locals(
        made=list, place=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, in_title=cython.bint,
        offset=Py_ssize_t,
    )
    cpdef tuple of(self, Py_ssize_t article)

cdef class _Moves:
    cdef list _terms, _bounds, _counting
    cdef Py_ssize_t _group_count
    cdef const Py_ssize_t[::1] _columns, _groups
    cdef const Py_ssize_t[:, ::1] _places
    cdef const double[:, :] _features, _contributions
    cdef double[::1] _sizes
    cdef Py_ssize_t[::1] _ranks

    @cython.locals(
        support=list, made=list, term=Py_ssize_t, value=cython.double,
    )
    cpdef tuple of(self, Py_ssize_t article)

    @cython.locals(
        term=Py_ssize_t, size=cython.double, rank=Py_ssize_t, other=Py_ssize_t, ahead=cython.int,
    )
    cdef void _rank(self, Py_ssize_t article)

    @cython.locals(
        first=Py_ssize_t, support=list, place=Py_ssize_t, group=Py_ssize_t, places=list,
        number=object, slot=Py_ssize_t,
    )
    cdef list _support(self, Py_ssize_t article)
