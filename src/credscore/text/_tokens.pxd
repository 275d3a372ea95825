# The C types of _tokens.py. They change its speed, never its results.
cimport cython
from credscore.text._lines cimport Lines
from credscore.text._passes cimport fold, hash_of

cdef int APOSTROPHE, COMMA, DIGIT, HYPHEN, LOWER, SPACE, UPPER
cdef Py_ssize_t LONGEST_WORD, _LONGEST_ARTICLE
cdef str _BULLETS
cdef int _NEWLINE
cdef int _plain, _plural, _ly, _ed, _ing, _name, _capitals, _number, _year

@cython.final
cdef class Splitter(Lines):
    cdef list pieces

    @cython.locals(piece=str, place=Py_ssize_t, count=Py_ssize_t)
    cpdef Py_ssize_t split(self) except -1
    cdef void _end_paragraph(self, Py_ssize_t token, Py_ssize_t place) except *
    @cython.locals(listed=cython.bint, whole=cython.bint, block=cython.bint)
    cdef Py_ssize_t _split_piece(self, Py_ssize_t size, Py_ssize_t count) except -1
    cdef Py_ssize_t _end_of_word(self, Py_ssize_t at, Py_ssize_t size) except? -1
    cdef bint _goes_on(self, Py_ssize_t at, Py_ssize_t size) noexcept
    cdef inline int _shape(self, int kind, Py_ssize_t start, Py_ssize_t end) noexcept
    cdef bint _has_article(self, Py_ssize_t start, Py_ssize_t end) except -1
    cdef bint _is_year(self, Py_ssize_t start) noexcept
