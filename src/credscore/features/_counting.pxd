# The C types of _counting.py. They change its speed, never its results.
cimport cython
from libc cimport math

cdef Py_ssize_t _TITLE_START, _BODY_START, _BODY_END, _FIRST, _LAST
cdef Py_ssize_t _START, _KIND, _ARTICLE, _ZONE
cdef Py_ssize_t _FIRST_CLASS
cdef int _FULL_STOP, _RATE, _FLAG, _OF_TITLE, _INITIAL, _SMALL_WORD, _CAPITALS, _NUMBER, _YEAR
cdef double _NAN

@cython.locals(
    sentence=Py_ssize_t, sentence_count=Py_ssize_t, last=cython.ulonglong, part=Py_ssize_t,
    article=Py_ssize_t, column=Py_ssize_t, begin=Py_ssize_t, end=Py_ssize_t,
    word_count=Py_ssize_t, length=Py_ssize_t, stop=Py_ssize_t,
    name=cython.int, token=Py_ssize_t, number=Py_ssize_t, capital=cython.int, counted=cython.int,
)
cpdef void count_tokens(
    const unsigned char[::1] marks, const unsigned char[::1] classes,
    const unsigned short[::1] shapes, const unsigned short[::1] codes,
    const unsigned char[::1] words, const unsigned char[::1] capitals,
    const unsigned long long[::1] hashes, const unsigned long long[::1] in_names,
    const Py_ssize_t[::1] sentences, const Py_ssize_t[:, ::1] layout, Py_ssize_t width,
    Py_ssize_t[:, ::1] counts,
) except *

@cython.locals(
    article=Py_ssize_t, lower=Py_ssize_t, loud=Py_ssize_t, quiet=Py_ssize_t, token=Py_ssize_t,
    shape=cython.int, letters=cython.int, last=cython.ulonglong,
)
cpdef void count_cases(
    const unsigned short[::1] shapes, const unsigned char[::1] words,
    const unsigned char[::1] capitals, const int[::1] starts, const int[::1] ends,
    const unsigned long long[::1] hashes, const unsigned long long[::1] in_names,
    const Py_ssize_t[:, ::1] layout, Py_ssize_t[:, ::1] counts,
) except *

@cython.locals(
    finding=Py_ssize_t, verb=Py_ssize_t, bound=Py_ssize_t, article=Py_ssize_t, first=Py_ssize_t,
    last=Py_ssize_t, sentence=Py_ssize_t, begin=Py_ssize_t, end=Py_ssize_t,
    bits=cython.longlong, mark=cython.longlong, near=Py_ssize_t, query=Py_ssize_t,
)
cpdef void count_sentences(
    const Py_ssize_t[::1] sentences, const Py_ssize_t[:, ::1] layout,
    const Py_ssize_t[:, ::1] places, const long long[::1] marks, const Py_ssize_t[::1] verbs,
    const Py_ssize_t[::1] quotations, long long quoting, long long attributing,
    const long long[::1] needs, const long long[::1] forbids, Py_ssize_t column,
    Py_ssize_t[:, ::1] counts,
) except *

@cython.locals(article=Py_ssize_t, term=Py_ssize_t)
cpdef void add_up(
    const Py_ssize_t[:, ::1] counts, const Py_ssize_t[:, ::1] terms, double[:, ::1] sums
) except *

@cython.locals(row=Py_ssize_t, slot=Py_ssize_t, article=Py_ssize_t, place=Py_ssize_t)
cpdef void add_rows(
    const Py_ssize_t[:, ::1] places, const Py_ssize_t[::1] bounds,
    const Py_ssize_t[::1] columns, double[:, ::1] sums,
) except *

@cython.locals(
    width=Py_ssize_t, article=Py_ssize_t, titled=cython.bint, column=Py_ssize_t,
    per=cython.double, unit=cython.int, below=cython.double, value=cython.double,
)
cpdef void divide(
    const double[:, ::1] sums, const double[::1] usual, const double[::1] weights,
    const int[::1] units, const Py_ssize_t[:, ::1] counts, Py_ssize_t length,
    const Py_ssize_t[:, ::1] layout, double[:, ::1] values,
) except *

@cython.locals(
    article=Py_ssize_t, last=Py_ssize_t, kinds=Py_ssize_t, number=Py_ssize_t, at=Py_ssize_t,
    source=Py_ssize_t,
)
cpdef void count_speech(
    attributions, dict sources, const unsigned char[::1] classes, const unsigned short[::1] codes,
    const Py_ssize_t[:, ::1] layout, Py_ssize_t[::1] verbs, Py_ssize_t column,
    Py_ssize_t[:, ::1] counts,
) except *
