using ChatRoom.Cli.Serve;

namespace ChatRoom.Cli.Tests;

public sealed class LogQueueTests
{
    [Fact]
    public void What_was_added_is_written_in_order_before_a_flush_returns()
    {
        var written = new StringWriter { NewLine = "\n" };
        using var queue = new LogQueue(() => written, Loss);

        queue.Add("one");
        queue.Add("two");
        queue.Flush();

        Assert.Equal("one\ntwo\n", written.ToString());
        Assert.Equal(0, queue.Lost);
    }

    [Fact]
    public void A_reader_that_stopped_holds_up_nobody_and_what_is_lost_is_counted_and_said_when_it_goes_on()
    {
        using var stopped = new StoppedWriter();
        using var queue = new LogQueue(() => stopped, Loss);
        queue.Add("first");
        stopped.WhenReached();

        // The first is being written, so as many as the bound less the place for the line about the loss wait, and 10 don't fit.
        for (var i = 0; i < LogQueue.Bound - 1 + 10; i++)
            queue.Add($"{i}");
        Assert.Equal(10, queue.Lost);
        stopped.GoOn();
        queue.Flush();
        queue.Add("last");
        queue.Flush();

        Assert.Equal(["first", .. Enumerable.Range(0, LogQueue.Bound - 1).Select(i => $"{i}"), "10 lost", "last"], stopped.Lines);
    }

    [Fact]
    public void A_terminal_that_is_gone_costs_lines_and_nothing_else()
    {
        var gone = true;
        var written = new StringWriter { NewLine = "\n" };
        using var queue = new LogQueue(() => gone ? throw new IOException("Input/output error") : written, Loss);

        queue.Add("unseen");
        queue.Flush();
        Assert.Equal((1, 1), (queue.Lost, queue.Failures));
        gone = false;
        queue.Add("seen");
        queue.Flush();

        Assert.Equal("seen\n", written.ToString());
    }

    private static string Loss(long lines) => $"{lines} lost";

    private sealed class StoppedWriter : StringWriter
    {
        private readonly ManualResetEventSlim _reached = new();
        private readonly ManualResetEventSlim _goesOn = new();

        public List<string> Lines { get; } = [];

        public void WhenReached() => Assert.True(_reached.Wait(TimeSpan.FromSeconds(20)));

        public void GoOn() => _goesOn.Set();

        public override void WriteLine(string? value)
        {
            _reached.Set();
            _goesOn.Wait();
            Lines.Add(value!);
        }

        protected override void Dispose(bool disposing)
        {
            _goesOn.Set();
            base.Dispose(disposing);
        }
    }
}
