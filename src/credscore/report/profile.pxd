# The C types of profile.py. They change its speed, never its results.
cimport cython
from credscore.report cimport _records as records

cdef Py_ssize_t _ARTICLE, _IN_QUOTE, _KIND, _ZONE
cdef Py_ssize_t _TITLE_START, _BODY_START, _BODY_END
cdef Py_ssize_t _FIRST, _LAST, _QUOTED, _WORDS, _SAMPLE
cdef Py_ssize_t _HEDGES, _ATTRIBUTED, _REST, _MIN_WORDS
cdef int _TOO_SHORT, _NOT_ENGLISH, _NO_ATTRIBUTION, _UNUSUAL, _TRUNCATED, _MOSTLY_QUOTATION, _DEBUNKS
cdef double _MAX_QUOTED_SHARE, _MIN_FUNCTION_WORD_SHARE
cdef tuple _STANCES

@cython.locals(
    sums="const double[:, ::1]", layout="const Py_ssize_t[:, ::1]", made=list,
    article=Py_ssize_t, of=cython.double, words=Py_ssize_t,
)
cpdef list profiles(found)

cdef object _share(double part, double whole)

@cython.locals(
    places="const Py_ssize_t[:, ::1]", said="Py_ssize_t[::1]", denial=Py_ssize_t,
    debunk=Py_ssize_t, made=list, row=Py_ssize_t, article=Py_ssize_t, kind=Py_ssize_t,
)
cpdef list stances(found)

@cython.locals(
    known="const unsigned char[::1]", codes="const unsigned short[::1]",
    words="const unsigned char[::1]", attributed="const double[:, ::1]",
    layout="const Py_ssize_t[:, ::1]", beyond="const Py_ssize_t[::1]", most=cython.double,
    truncated=list, made=list, article=Py_ssize_t, bits=cython.int, start=Py_ssize_t,
    begin=Py_ssize_t, end=Py_ssize_t,
)
cpdef list caveats(found, list where, outside, features)

@cython.locals(count=Py_ssize_t, found=Py_ssize_t, token=Py_ssize_t)
cdef bint _is_english(
    const unsigned char[::1] known, const unsigned short[::1] codes,
    const unsigned char[::1] words, Py_ssize_t begin, Py_ssize_t end,
)
