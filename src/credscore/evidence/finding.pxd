# The C types of finding.py. They change its speed, never its results. Objects without references
# to others than strings are none of the garbage collector's business.

cdef class Finding:
    cdef public Py_ssize_t start, end
    cdef public str signal, kind, cue

    cpdef bint precedes(self, Finding other)

cdef class Attribution:
    cdef public str kind, cue
    cdef public Py_ssize_t source_start, source_end, verb_start, verb_end
