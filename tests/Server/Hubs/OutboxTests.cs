using System.Buffers;
using System.Text;
using ChatRoom.Server.Hubs;

namespace ChatRoom.Server.Tests.Hubs;

public sealed class OutboxTests
{
    private readonly PlainRenderer _renderer = new();
    private readonly ArrayBufferWriter<byte> _scratch = new();
    private readonly Sink _sink = new();
    private readonly Outbox _outbox;

    public OutboxTests() => _outbox = new Outbox(_sink);

    [Fact]
    public void Who_takes_everything_at_once_needs_no_backlog()
    {
        Assert.True(Flush("one\r\n", "two\r\n"));

        Assert.Equal("one\r\ntwo\r\n", _sink.Taken);
        Assert.False(_outbox.IsBehind);
    }

    [Fact]
    public async Task What_was_not_taken_at_once_comes_later_and_first()
    {
        (_sink.Room, _sink.IsStuck) = (3, true);
        Flush("one\r\n");
        await _sink.Waits();
        Flush("two\r\n");
        _outbox.Close();
        Flush("three\r\n");

        _sink.GoOn();
        await _sink.Finished;

        Assert.Equal("one\r\ntwo\r\n", _sink.Taken);
    }

    [Fact]
    public async Task More_than_may_wait_is_too_far_behind_also_in_a_single_turn()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);

        Assert.False(Flush(new string('x', Limits.BacklogBytes - 1) + "\r\n"));

        await _sink.Waits();
        _sink.GoOn();
    }

    [Fact]
    public async Task Who_is_cut_off_in_the_middle_of_a_line_reads_it_to_its_end()
    {
        (_sink.Room, _sink.IsStuck) = (3, true);
        Flush("one\r\n");
        await _sink.Waits();
        Flush("two\r\n", "three\r\n");

        _outbox.CutOff("ERROR\r\n"u8);
        _sink.GoOn();
        await _sink.Finished;

        Assert.Equal("one\r\nERROR\r\n", _sink.Taken);
    }

    [Fact]
    public async Task A_line_that_is_begun_is_ended_even_if_its_rest_has_not_been_taken_up_yet()
    {
        using var renderer = new Written(_renderer);
        var backlog = new Backlog(_sink);
        _sink.TrySend("on"u8);
        backlog.TryAppend([renderer.Line("one\r\n")], 2, _renderer, false, out _);

        Assert.True(backlog.TryCutOff("ERROR\r\n"u8));
        backlog.Start();
        await _sink.Finished;

        Assert.Equal("one\r\nERROR\r\n", _sink.Taken);
    }

    [Fact]
    public async Task Who_caught_up_in_the_last_moment_is_told_all_the_same()
    {
        _sink.Room = 0;
        _outbox.Add(new Page(_sink, 0));
        Flush("one\r\n");
        Assert.True(SpinWait.SpinUntil(() => !_outbox.IsBehind, Dialect.Client.Deadline));
        _sink.Room = int.MaxValue;

        _outbox.CutOff("ERROR\r\n"u8);
        await _sink.Finished;

        Assert.Equal("one\r\nERROR\r\n", _sink.Taken);
    }

    [Fact]
    public async Task Every_answer_is_done_with_even_if_nobody_is_there_to_read_it()
    {
        (_sink.Room, _sink.IsStuck) = (0, true);
        Flush("one\r\n");
        await _sink.Waits();
        _outbox.Add(new Page(_sink, 3));
        Flush();

        _sink.Room = -1;
        _sink.GoOn();
        await _sink.Finished;
        _outbox.Add(new Page(_sink, 3));
        Flush();

        Assert.Equal(2, _sink.Answers);
    }

    [Fact]
    public async Task An_answer_that_fails_ends_its_connection_and_nothing_waits_for_ever()
    {
        _sink.Room = 0;
        _outbox.Add(new Page(_sink, 1));
        _outbox.Add(new Page(_sink, -1));
        _outbox.Add(new Page(_sink, 1));
        Flush();
        await _sink.Finished;
        _outbox.Add(new Page(_sink, 1));
        Flush("late\r\n");

        Assert.IsType<IOException>(_sink.Fault);
        Assert.Equal("page 1\r\n", _sink.Taken);
        Assert.Equal(4, _sink.Answers);
    }

    /// <summary>Whatever a client takes at a time, wherever answers stand between lines: everything comes once, in order, and then the end.</summary>
    [Fact]
    public async Task Everything_arrives_once_and_in_order_however_it_is_taken()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var (sink, expected) = await Round(new Random(seed), seed, vanishes: false);
            Assert.Equal(expected, sink.Taken);
        }
    }

    [Fact]
    public async Task Who_vanishes_has_read_what_came_first_and_every_answer_is_done_with()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var (sink, expected) = await Round(new Random(seed), seed, vanishes: true);
            Assert.StartsWith(sink.Taken, expected, StringComparison.Ordinal);
        }
    }

    private async Task<(Sink Sink, string Expected)> Round(Random random, int seed, bool vanishes)
    {
        var (sink, expected, answers) = (new Sink(), new StringBuilder(), 0);
        var outbox = new Outbox(sink);
        var turns = random.Next(1, 12);
        var last = vanishes ? random.Next(turns) : -1;
        for (var turn = turns; turn > 0; turn--)
        {
            sink.Room = turn <= last ? -1 : random.Next(4) == 0 ? int.MaxValue : random.Next(0, 40);
            _renderer.Clear();
            for (var item = random.Next(0, 6); item > 0; item--)
            {
                if (random.Next(4) == 0)
                {
                    var pages = random.Next(0, 4);
                    outbox.Add(new Page(sink, pages));
                    expected.Append(Page.Text(pages));
                    answers++;
                    continue;
                }
                var line = $"{seed}:{turn}:{item} {new string('x', random.Next(30))}\r\n";
                var copy = _renderer.Say(line);
                // Sometimes with something between them that another one hears, so that slices do not continue each other.
                if (random.Next(2) == 0)
                    _renderer.Say("other\r\n");
                outbox.Add(copy);
                expected.Append(line);
            }
            if (turn == 1)
                outbox.Close();
            outbox.Flush(_renderer, _scratch);
            if (random.Next(3) == 0)
                await Task.Yield();
        }
        await sink.Finished;
        Assert.Equal(answers, sink.Answers);
        Assert.Null(sink.Fault);
        return (sink, expected.ToString());
    }

    private bool Flush(params string[] lines)
    {
        foreach (var line in lines)
            _outbox.Add(_renderer.Say(line));
        var fits = _outbox.Flush(_renderer, _scratch);
        _renderer.Clear();
        return fits;
    }

    /// <summary>Lines in the renderer's buffer for as long as a test needs them.</summary>
    private sealed class Written(PlainRenderer renderer) : IDisposable
    {
        public OutboxItem Line(string line) => new(renderer.Say(line), null);

        public void Dispose() => renderer.Clear();
    }

    /// <summary>An answer of so many pages; with fewer than none it fails.</summary>
    private sealed class Page : Answer
    {
        private readonly int _pages;
        private int _written;

        public Page(IClient asker, int pages)
        {
            Asker = asker;
            _pages = pages;
        }

        public static string Text(int pages) => string.Concat(Enumerable.Range(1, pages).Select(page => $"page {page}\r\n"));

        public override bool WritePage(IBufferWriter<byte> page)
        {
            if (_pages < 0)
                throw new IOException("the disk does not read");
            if (_written < _pages)
                page.Write(Encoding.ASCII.GetBytes($"page {++_written}\r\n"));
            return _written < _pages;
        }
    }
}
