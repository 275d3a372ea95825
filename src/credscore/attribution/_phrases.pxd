# The C types of _phrases.py. They change its speed, never its results.
cimport cython

cdef str ADVERBS, AUXILIARIES, COUNTS, DETERMINERS, HEADS, JOINTS, MODIFIERS, NAMES, PARTS
cdef str PREPOSITIONS

@cython.locals(first=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t head_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t, letter=Py_UCS4, following=Py_UCS4)
cpdef Py_ssize_t start_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t)
cdef Py_ssize_t _before_determiner(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(letter=Py_UCS4, following=Py_UCS4)
cpdef Py_ssize_t phrase_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(first=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t link_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(limit=Py_ssize_t)
cpdef Py_ssize_t gap_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2

@cython.locals(place=Py_ssize_t, limit=Py_ssize_t)
cpdef Py_ssize_t clause_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2

cdef bint _relates(str back, Py_ssize_t at, Py_ssize_t stop)
