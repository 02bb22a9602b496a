package org.rulebatch.language.value;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.values.StructValue;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/**
 * A list that the evaluator takes for a value of its own: it goes through every other list, element by element, at each
 * step that touches it.
 */
@Immutable
@SuppressWarnings("Immutable") // answers are not changed once they are there
abstract class ListValue extends StructValue<String, Object> implements List<Object> {

    private final List<Object> elements = new AbstractList<>() {
        @Override
        public Object get(int index) {
            return ListValue.this.get(index);
        }

        @Override
        public int size() {
            return ListValue.this.count();
        }
    };

    /** How many elements are gone through. */
    abstract int count();

    @Override
    public final Object value() {
        return this;
    }

    @Override
    public final boolean isZeroValue() {
        return isEmpty();
    }

    @Override
    public final boolean isEmpty() {
        return size() == 0;
    }

    @Override
    public final boolean contains(@Nullable Object element) {
        return elements.contains(element);
    }

    @Override
    public final Iterator<Object> iterator() {
        return elements.iterator();
    }

    @Override
    public final Object[] toArray() {
        return elements.toArray();
    }

    @Override
    public final <T> T[] toArray(T[] array) {
        return elements.toArray(array);
    }

    @Override
    public final boolean containsAll(Collection<?> others) {
        return elements.containsAll(others);
    }

    @Override
    public final int indexOf(@Nullable Object element) {
        return elements.indexOf(element);
    }

    @Override
    public final int lastIndexOf(@Nullable Object element) {
        return elements.lastIndexOf(element);
    }

    @Override
    public final ListIterator<Object> listIterator() {
        return elements.listIterator();
    }

    @Override
    public final ListIterator<Object> listIterator(int index) {
        return elements.listIterator(index);
    }

    @Override
    public final List<Object> subList(int from, int to) {
        return elements.subList(from, to);
    }

    @Override
    public final boolean add(Object element) {
        return elements.add(element);
    }

    @Override
    public final void add(int index, Object element) {
        elements.add(index, element);
    }

    @Override
    public final boolean addAll(Collection<?> others) {
        return elements.addAll(others);
    }

    @Override
    public final boolean addAll(int index, Collection<?> others) {
        return elements.addAll(index, others);
    }

    @Override
    public final boolean remove(@Nullable Object element) {
        return elements.remove(element);
    }

    @Override
    public final Object remove(int index) {
        return elements.remove(index);
    }

    @Override
    public final boolean removeAll(Collection<?> others) {
        return elements.removeAll(others);
    }

    @Override
    public final boolean retainAll(Collection<?> others) {
        return elements.retainAll(others);
    }

    @Override
    public final void clear() {
        elements.clear();
    }

    @Override
    public final Object set(int index, Object element) {
        return elements.set(index, element);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other || elements.equals(other);
    }

    @Override
    public final int hashCode() {
        return elements.hashCode();
    }
}
