# The C types of _places.py. They change its speed, never its results.
cimport cython

cdef Py_ssize_t _TITLE_START, _BODY_START, _BODY_END, _FIRST, _LAST, _LEAD_END, _WORDS, _QUOTED
cdef Py_ssize_t _START, _END, _KIND, _ARTICLE, _ZONE, _IN_QUOTE
cdef Py_ssize_t _TITLE, _LEAD, _REST
cdef Py_ssize_t _LEAD_SENTENCES

@cython.locals(
    sentence=Py_ssize_t, sentence_count=Py_ssize_t, bound=Py_ssize_t, bounds=Py_ssize_t,
    article=Py_ssize_t, begin=Py_ssize_t, end=Py_ssize_t, word_count=Py_ssize_t,
    quoted=Py_ssize_t, lead=Py_ssize_t, token=Py_ssize_t,
)
cpdef void lay_out(
    const Py_ssize_t[:] title_starts, const Py_ssize_t[:] body_starts,
    const Py_ssize_t[:] body_ends, const Py_ssize_t[::1] sentences,
    const unsigned char[::1] words, const Py_ssize_t[::1] quotations, Py_ssize_t[:, ::1] layout,
) except *

@cython.locals(
    article=Py_ssize_t, last=Py_ssize_t, bound=Py_ssize_t, bounds=Py_ssize_t, row=Py_ssize_t,
    start=Py_ssize_t, zone=Py_ssize_t,
)
cpdef void place_rows(
    list rows, numbers, const Py_ssize_t[:, ::1] layout, const Py_ssize_t[::1] quotations,
    Py_ssize_t[:, ::1] places,
) except *
