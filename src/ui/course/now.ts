/** The course of the page: it comes with the first lesson, and is one for all. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Course, CourseState, ProgressState } from '../../store/index.ts';
import { type Lab, useLab } from '../hooks/lab.ts';
import { loads } from '../parts.ts';

const holder = createStore<{ readonly course: Course | null }>()(() => ({ course: null }));
const loadHost = () => import('./host.ts');
loads.push(loadHost);
let coming: Promise<Course> | null = null;

/** The course, once somebody has asked for it. */
export const courseNow = (): Course | null => holder.getState().course;

/** The course; asking is what brings it. */
export function loadCourse(lab: Lab): Promise<Course> {
  coming ??= loadHost().then(async ({ hostCourse }) => {
    const course = await hostCourse(lab);
    holder.setState({ course });
    return course;
  });
  // What could not be fetched is asked for again the next time.
  coming.catch(() => {
    coming = null;
  });
  return coming;
}

/** The same for a component, which is drawn again when it has come. */
export const useCourse = (): Course | null => useStore(holder, ({ course }) => course);

/** A part of what is known of the lesson in hand. */
export const useCourseState = <T>(course: Course, select: (state: CourseState) => T): T =>
  useStore(course.store, select);

/** All of it, for what shows nearly all. */
export const whole = (state: CourseState): CourseState => state;

/** The course, asked for by whoever is drawn; null until it has come, and where it cannot be had. */
export function useLoadedCourse(): Course | null {
  const lab = useLab();
  useEffect(() => {
    loadCourse(lab).catch(() => {});
  }, [lab]);
  return useCourse();
}

/** A part of what the learner has reached. */
export const useProgress = <T>(course: Course, select: (state: ProgressState) => T): T =>
  useStore(course.progress.store, select);
