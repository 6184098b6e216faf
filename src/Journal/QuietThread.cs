using System.Runtime.InteropServices;

namespace ChatRoom.Journal;

/// <summary>Work that has time, so that those who talk don't wait for it.</summary>
public static class QuietThread
{
    /// <summary>
    /// Gives the calling thread a smaller share while others want the processor; of nice(2), where 5 is a third and 10 a tenth. On Linux it is
    /// the thread's own and may always be lowered; elsewhere it is the whole program's, and is left alone.
    /// </summary>
    public static void Begin(int niceness)
    {
        if (OperatingSystem.IsLinux())
            _ = nice(niceness);
    }

    [DllImport("libc")]
    private static extern int nice(int more);
}
