# The C form of record, for compiled modules: one allocation, and no call of Python. A record holds
# nothing that could hold the record, so that it is none of the garbage collector's business.

cdef extern from *:
    """
    static CYTHON_INLINE PyObject *credscore_record(PyObject *kind, PyObject *parts) {
        Py_ssize_t size = PyTuple_GET_SIZE(parts);
        PyObject *made = ((PyTypeObject *) kind)->tp_alloc((PyTypeObject *) kind, size);
        if (!made) return NULL;
        for (Py_ssize_t place = 0; place < size; place++) {
            PyObject *part = PyTuple_GET_ITEM(parts, place);
            Py_INCREF(part);
            PyTuple_SET_ITEM(made, place, part);
        }
        PyObject_GC_UnTrack(made);
        return made;
    }
    """
    object record "credscore_record"(object kind, tuple parts)
