using System.Runtime.InteropServices;
using System.Text;
using ChatRoom.Tui.Frames;

namespace ChatRoom.Tui.Tests.Pty;

/// <summary>A terminal that the kernel makes: the test holds the end at which a person would sit.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private const int ReadWrite = 2;
    private const int NoControl = 256;

    /// <summary>The program must not hold this end as well: then closing it would end nothing.</summary>
    private const int CloseOnExec = 0x80000;

    private const short Readable = 1;

    private readonly Lock _gate = new();
    private readonly List<byte> _written = [];
    private readonly SemaphoreSlim _more = new(0);
    private readonly int[] _waker = new int[2];
    private readonly Thread _reader;
    private readonly int _slave;
    private int _master;

    public PseudoTerminal(FrameSize size)
    {
        _master = posix_openpt(ReadWrite | NoControl | CloseOnExec);
        Assert.True(_master >= 0 && grantpt(_master) == 0 && unlockpt(_master) == 0, "the kernel makes no terminal");
        Name = Marshal.PtrToStringUTF8(ptsname(_master)) ?? throw new InvalidOperationException("the terminal has no name");
        // Held open, so that its settings can be asked for when the program is gone.
        _slave = open(Name, ReadWrite | NoControl | CloseOnExec);
        Resize(size);
        Assert.Equal(0, pipe2(_waker, CloseOnExec));
        _reader = new Thread(Read) { IsBackground = true, Name = "pseudo terminal" };
        _reader.Start();
    }

    public string Name { get; }

    public bool IsHungUp => Volatile.Read(ref _master) < 0;

    public byte[] Settings
    {
        get
        {
            var settings = new byte[256];
            Assert.Equal(0, tcgetattr(_slave, settings));
            return settings;
        }
    }

    /// <summary>All that was written to it.</summary>
    public byte[] Written
    {
        get
        {
            lock (_gate)
                return [.. _written];
        }
    }

    public int Length
    {
        get
        {
            lock (_gate)
                return _written.Count;
        }
    }

    public void Type(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = write(_master, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            Assert.True(taken > 0, "the terminal takes nothing");
            bytes = bytes[(int)taken..];
        }
    }

    public void Resize(FrameSize size)
    {
        ushort[] window = [(ushort)size.Rows, (ushort)size.Columns, 0, 0];
        Assert.Equal(0, ioctl(_master, 0x5414, window));
    }

    /// <summary>Until what was written is as the test wants it.</summary>
    public async Task Until(Func<byte[], bool> isThere, string what)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (!isThere(Written))
                await _more.WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{what} was not written");
        }
    }

    /// <summary>Until all that was written so far is read: what is written now, at the program's end of it, comes behind that.</summary>
    public async Task Drain()
    {
        var mark = Encoding.ASCII.GetBytes("<all of it is read>");
        Assert.Equal(mark.Length, write(_slave, ref mark[0], mark.Length));
        await Until(bytes => bytes.AsSpan().EndsWith(mark), "what was written last");
        lock (_gate)
            _written.RemoveRange(_written.Count - mark.Length, mark.Length);
    }

    /// <summary>As when its window is closed.</summary>
    public void HangUp()
    {
        if (Interlocked.Exchange(ref _master, -1) is var master && master < 0)
            return;
        _ = close(_waker[1]);
        _reader.Join();
        _ = close(_waker[0]);
        _ = close(master);
    }

    public void Dispose()
    {
        HangUp();
        _ = close(_slave);
        _more.Dispose();
    }

    private void Read()
    {
        var (piece, master) = (new byte[64 << 10], _master);
        while (true)
        {
            Waited[] waited = [new() { File = master, Wanted = Readable }, new() { File = _waker[0], Wanted = Readable }];
            if (poll(waited, 2, -1) < 0)
                continue;
            if (waited[1].Happened != 0)
                return;
            var length = read(master, ref piece[0], piece.Length);
            if (length <= 0)
                return;
            lock (_gate)
                _written.AddRange(piece.AsSpan(0, (int)length));
            _more.Release();
        }
    }

    [DllImport("libc")]
    private static extern int posix_openpt(int flags);

    [DllImport("libc")]
    private static extern int grantpt(int file);

    [DllImport("libc")]
    private static extern int unlockpt(int file);

    [DllImport("libc")]
    private static extern nint ptsname(int file);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc")]
    private static extern int close(int file);

    [DllImport("libc")]
    private static extern int pipe2([Out] int[] ends, int flags);

    [DllImport("libc")]
    private static extern int poll([In, Out] Waited[] files, nuint count, int milliseconds);

    [DllImport("libc")]
    private static extern nint read(int file, ref byte bytes, nint count);

    [DllImport("libc")]
    private static extern nint write(int file, ref byte bytes, nint count);

    [DllImport("libc")]
    private static extern int ioctl(int file, nuint request, ushort[] window);

    [DllImport("libc")]
    private static extern int tcgetattr(int file, [Out] byte[] settings);

    [StructLayout(LayoutKind.Sequential)]
    private struct Waited
    {
        public int File;
        public short Wanted;
        public short Happened;
    }
}
