# The C types of _passes.py. They change its speed, never its results.
cimport cython

cdef unsigned long long _FACTOR, _BITS
cdef int IGNORED, SPACE, _FULL_STOP, _COMMA, OPENER
cdef int ACRONYM, ALWAYS_NAME, BESIDE_NUMBER, FIRST_CODE, KEEPS_MEANING
cdef int _name, _capitals, _number, _year, _ZERO, _THREE, _NINE, _PERCENT
cdef int _QUOTE, _OPENING, _CLOSING, _BRACKET, _SINGLE
cdef int ANY_CASE, BREAK, CLOSER, DIGITS, GOES_ON, QUOTES, STOP, UNLESS_OPENED
cdef int ANYWHERE
cdef Py_ssize_t _SHOUTED
cdef str _DOT
cdef unsigned long long _LAST_BITS

@cython.locals(place=cython.int, character=cython.Py_UCS4)
cpdef Py_ssize_t fold(
    str piece, int offset, const unsigned short[::1] entries,
    const unsigned long long[::1] masks, unsigned short[::1] folded, int[::1] places, int[::1] edges,
    unsigned long long[::1] hashes,
) except -1

cpdef unsigned long long hash_of(
    const unsigned short[::1] folded, Py_ssize_t start, Py_ssize_t end
) except? 1

@cython.locals(
    headings=list, roles="const unsigned char[::1]", sentences="const Py_ssize_t[::1]",
    starts="const int[::1]", ends="const int[::1]", shapes="const unsigned short[::1]",
    hashes="const unsigned long long[::1]", words="const unsigned char[::1]",
    capitals="const unsigned char[::1]", title_offsets="const Py_ssize_t[:]",
    body_offsets="const Py_ssize_t[:]", title_starts="const Py_ssize_t[:]",
    body_starts="const Py_ssize_t[:]", body_ends="const Py_ssize_t[:]",
    last=cython.ulonglong, sentence=Py_ssize_t, sentence_count=Py_ssize_t, article=Py_ssize_t,
    body=Py_ssize_t, loud=Py_ssize_t, token=Py_ssize_t, begins=cython.bint, number=cython.int,
    mark=cython.int, item=cython.bint, rule=cython.int, acronym=cython.bint, offset=Py_ssize_t, piece=str,
    word_hash=cython.ulonglong, slot=cython.ulonglong,
)
cpdef void write_codes(
    text, const unsigned short[::1] slots, const unsigned long long[::1] word_hashes,
    const unsigned char[::1] rules, unsigned short[::1] codes
) except *

@cython.locals(digits=cython.int, at=Py_ssize_t)
cdef bint _is_date(
    str piece, Py_ssize_t offset, const int[::1] starts, const int[::1] ends,
    const unsigned short[::1] shapes, Py_ssize_t token,
) except -1

@cython.locals(run=cython.int, near=Py_ssize_t)
cdef bint _is_shouted(const unsigned short[::1] shapes, Py_ssize_t token) except -1

@cython.locals(
    shapes="const unsigned short[::1]", offsets="const int[::1]", ends="const int[::1]",
    hashes="const unsigned long long[::1]", capitals="const unsigned char[::1]",
    broken=cython.bint,
)
cpdef Py_ssize_t write_sentences(
    str source, tokens, const unsigned char[::1] roles, dict abbreviations, dict openers,
    bytearray likely, Py_ssize_t[::1] starts
) except -1

@cython.locals(behind=Py_ssize_t)
cdef bint _joins(
    const unsigned short[::1] shapes, const int[::1] offsets, const int[::1] ends,
    const unsigned char[::1] capitals, const unsigned char[::1] roles, Py_ssize_t token
) except -1

@cython.locals(needed=cython.int, initial=cython.bint)
cdef bint _continues(
    str source, const unsigned short[::1] shapes, const int[::1] offsets, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned char[::1] capitals,
    const unsigned char[::1] roles, dict abbreviations, dict openers, Py_ssize_t token,
    Py_ssize_t first
) except -1

@cython.locals(last=Py_ssize_t, following=Py_ssize_t, first=Py_ssize_t, opens=cython.int)
cdef bint _begins_sentence(
    const unsigned short[::1] shapes, const int[::1] offsets, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned char[::1] capitals,
    const unsigned char[::1] roles, dict openers, Py_ssize_t token
) except -1

@cython.locals(
    shapes="const unsigned short[::1]", starts="const int[::1]", ends="const int[::1]",
    is_open=cython.bint, opens=cython.bint, joined=cython.bint, before=cython.bint, after=cython.bint,
    border=Py_ssize_t,
)
cpdef Py_ssize_t write_quotations(
    tokens, const unsigned char[::1] roles, const Py_ssize_t[::1] borders, Py_ssize_t[::1] bounds
) except -1

@cython.locals(at=Py_ssize_t, joined=cython.bint)
cdef bint _is_closed_next(
    const unsigned short[::1] shapes, const int[::1] starts, const int[::1] ends,
    const unsigned char[::1] roles, Py_ssize_t token
) except -1
