# The C types of _tape.py. They change its speed, never its results.
cimport cython

cdef int OPENER, _KEEPS_MEANING, _BESIDE_NUMBER, _ALWAYS_NAME, _FIRST_CODE
cdef int _name, _capitals, _number, _year, _ZERO, _THREE, _NINE, _PERCENT, _point

@cython.locals(
    pieces=list, roles="const unsigned char[::1]", sentences="const Py_ssize_t[::1]",
    starts="const int[::1]", ends="const int[::1]", shapes="const unsigned short[::1]",
    hashes="const unsigned long long[::1]", words="const unsigned char[::1]",
    capitals="const unsigned char[::1]", title_offsets="const Py_ssize_t[:]",
    body_offsets="const Py_ssize_t[:]", title_starts="const Py_ssize_t[:]",
    body_starts="const Py_ssize_t[:]", body_ends="const Py_ssize_t[:]",
    rules="const unsigned char[::1]", slots="const unsigned short[::1]",
    word_hashes="const unsigned long long[::1]",
    last=cython.ulonglong, sentence=Py_ssize_t, sentence_count=Py_ssize_t, article=Py_ssize_t,
    body=Py_ssize_t, loud=Py_ssize_t, token=Py_ssize_t, begins=cython.bint, number=cython.int,
    capital=cython.int, rule=cython.int, offset=Py_ssize_t, piece=str,
    word_hash=cython.ulonglong, slot=cython.ulonglong,
)
cpdef void write(text, lexicon, unsigned short[::1] tape) except *

@cython.locals(digits=cython.int, at=Py_ssize_t)
cdef bint _is_date(
    str piece, Py_ssize_t offset, const int[::1] starts, const int[::1] ends,
    const unsigned short[::1] shapes, Py_ssize_t token,
) except -1

@cython.locals(run=cython.int, near=Py_ssize_t)
cdef bint _is_shouted(const unsigned short[::1] shapes, Py_ssize_t token) except -1
