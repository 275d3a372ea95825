# The C types of attribution.py. They change its speed, never its results.
cimport cython
from credscore.evidence.finding cimport Attribution, Finding
from credscore.attribution._source_kind cimport Source
from credscore.attribution._source_search cimport Sources

cdef Py_ssize_t _WINDOW
cdef int _CAPITALS
cdef frozenset _VAGUE

@cython.locals(
    bounds="const Py_ssize_t[::1]", count=Py_ssize_t, size=Py_ssize_t, limit=Py_ssize_t,
    rows="const int[:, ::1]", kinds=list, names=list, number=cython.int,
    signals="const int[::1]", found=list, sentence=Py_ssize_t, begin=Py_ssize_t, last=Py_ssize_t,
    row=Py_ssize_t, rule=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, stop=Py_ssize_t,
    source=Source, name=str, one=Attribution,
)
cpdef tuple find_attributions(Sources sources, text, cues, str signal)

@cython.locals(found=list, number=Py_ssize_t, one=Attribution)
cpdef tuple asserted(tuple attributions)

@cython.locals(found=list, number=Py_ssize_t, source=Attribution, one=Finding)
cpdef list sourced(
    tuple attributions, str signal, frozenset kinds, const unsigned short[::1] shapes
)

@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cdef bint _is_title(Attribution source, const unsigned short[::1] shapes) except -1
