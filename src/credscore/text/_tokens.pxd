# The C types of _tokens.py. They change its speed, never its results.
cimport cython
from credscore.text._passes cimport fold, hash_of

cdef int AMPERSAND, ANY_CASE, APOSTROPHE, COMMA, DIGIT, DIGITS, DOT, FOREIGN, HYPHEN, LOWER, SPACE, UNLESS_OPENED, UPPER
cdef Py_ssize_t LONGEST_WORD, _LONGEST_ARTICLE
cdef str _BULLETS
cdef int _NEWLINE, _LINE_END
cdef Py_ssize_t _HEADING_WORDS, _LOUD, _LONG_LINE, _LONGEST_LINE, _SHORT_LINE
cdef str _STOPS, _CLOSERS, _OPENERS
cdef int _plain, _plural, _ly, _ed, _ing, _name, _capitals, _number, _year

@cython.final
cdef class Splitter:
    cdef list pieces
    cdef str piece
    cdef Py_ssize_t offset, block
    cdef bint is_whole
    cdef const unsigned short[::1] entries, marks
    cdef const unsigned long long[::1] masks
    cdef unsigned short[::1] folded, shapes
    cdef int[::1] places, edges, starts, ends
    cdef unsigned long long[::1] word_hashes, hashes
    cdef unsigned char[::1] words, capitals
    cdef dict abbreviations

    @cython.locals(piece=str, place=Py_ssize_t, count=Py_ssize_t)
    cpdef Py_ssize_t split(self) except -1
    cdef void _end_paragraph(self, Py_ssize_t token, Py_ssize_t place) except *
    @cython.locals(listed=cython.bint, block=Py_ssize_t, mark=Py_UCS4, is_named=cython.bint, place=Py_ssize_t)
    cdef Py_ssize_t _split_piece(self, Py_ssize_t size, Py_ssize_t count) except -1
    cdef Py_ssize_t _end_of_word(self, Py_ssize_t at, Py_ssize_t size) except? -1
    cdef bint _is_genitive(self, Py_ssize_t at, Py_ssize_t size) except -1
    cdef bint _continues(self, Py_ssize_t at, Py_ssize_t size) noexcept
    cdef inline int _shape(self, int kind, Py_ssize_t start, Py_ssize_t end) noexcept
    @cython.locals(following=cython.int)
    cdef bint _is_name(self, Py_ssize_t start, Py_ssize_t end) except -1
    cdef bint _is_year(self, Py_ssize_t start) noexcept
    cdef inline Py_UCS4 _character(self, Py_ssize_t place) except? 0
    cdef inline bint _is_word(self, Py_ssize_t at) noexcept
    cdef bint _joins(self, Py_ssize_t at, Py_ssize_t size) noexcept
    @cython.locals(
        word=Py_ssize_t, start=Py_ssize_t, size=Py_ssize_t, needed=cython.int, initial=cython.bint
    )
    cdef bint _ends_a_sentence(self, Py_ssize_t token, int following) except -1
    @cython.locals(
        words=Py_ssize_t, following=Py_ssize_t, needed=Py_ssize_t, heading=cython.bint,
        letter=Py_ssize_t, small=cython.bint
    )
    cdef bint _begins_paragraph(
        self, Py_ssize_t begin, Py_ssize_t last, Py_ssize_t first, Py_ssize_t size, bint opened,
        Py_ssize_t block
    ) except -1
    @cython.locals(breaks=cython.int, lines=cython.int, final=cython.int, words=Py_ssize_t, short_line=cython.bint)
    cdef bint _has_whole_lines(self, Py_ssize_t at, Py_ssize_t size) except -1
    @cython.locals(count=Py_ssize_t)
    cdef bint _is_in_capitals(self, Py_ssize_t at, Py_ssize_t size) except -1
    @cython.locals(count=Py_ssize_t, is_word=cython.bint, inside=cython.bint)
    cdef Py_ssize_t _count_words(self, Py_ssize_t at, Py_ssize_t size, Py_ssize_t most) except -1
