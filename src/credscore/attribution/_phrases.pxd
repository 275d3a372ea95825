# The C types of _phrases.py. They change its speed, never its results.
cdef str ADVERBS, AUXILIARIES, COUNTS, DETERMINERS, HEADS, JOINTS, MODIFIERS, NAMES, PARTS
cdef str PREPOSITIONS, _BETWEEN, _FEW, _OPENING

cpdef Py_ssize_t head_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t start_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cdef Py_ssize_t _before_determiner(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t phrase_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t link_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t gap_end(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cpdef Py_ssize_t clause_before(str back, Py_ssize_t at, Py_ssize_t stop) except -2
cdef Py_ssize_t _behind(str back, Py_ssize_t at, Py_ssize_t stop, str letters) except -2
cdef Py_UCS4 _letter(str back, Py_ssize_t at, Py_ssize_t stop)
cdef bint _relates(str back, Py_ssize_t at, Py_ssize_t stop)
