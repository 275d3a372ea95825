# The C types of phrases.py. They change its speed, never its results.
cimport cython

@cython.locals(last=Py_ssize_t, at=Py_ssize_t, letter=cython.uchar)
cpdef void spell(
    const unsigned short[::1] codes, const unsigned char[::1] table, unsigned char[:, ::1] letters
) except *

cpdef bint is_head(Py_UCS4 letter)
cdef bint _is_part(Py_UCS4 letter)
cdef bint _is_name(Py_UCS4 letter)

@cython.locals(first=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t head_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(at=Py_ssize_t, limit=Py_ssize_t, letter=Py_UCS4, following=Py_UCS4)
cpdef Py_ssize_t start_before(str back, Py_ssize_t head, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t)
cdef Py_ssize_t _before_determiner(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(letter=Py_UCS4, following=Py_UCS4)
cpdef Py_ssize_t phrase_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(first=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t link_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(of=Py_ssize_t, limit=Py_ssize_t, head=Py_ssize_t, letter=Py_UCS4)
cpdef Py_ssize_t head_after(str letters, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(end=Py_ssize_t)
cpdef Py_ssize_t modified_end(str letters, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(at=Py_ssize_t, first=Py_ssize_t, limit=Py_ssize_t, letter=Py_UCS4)
cdef Py_ssize_t _attribute_end(str letters, Py_ssize_t begin, Py_ssize_t stop) except -2

@cython.locals(at=Py_ssize_t, first=Py_ssize_t, limit=Py_ssize_t)
cdef Py_ssize_t _relative_end(str letters, Py_ssize_t begin, Py_ssize_t stop) except -2

cpdef bint begins_clause(str letters, Py_ssize_t at, Py_ssize_t end)
