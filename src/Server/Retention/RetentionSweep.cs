using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Journal;
using ChatRoom.Journal.Maintenance;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Settings;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Retention;

/// <summary>
/// Forgets what is older than the settings say, now and then and in small steps: each reads a page of the journal beside the hub, and is one order to it, between which
/// everybody is served. Of several servers on a journal one does it, by its own settings: the one that began first of those that live. How far each rule has come is kept as a fact, in the turn that forgets.
/// </summary>
public sealed class RetentionSweep : IDisposable
{
    /// <summary>Events of a step: their words are blanked in some milliseconds.</summary>
    private const int Step = 500;

    private readonly IHistory _history;
    private readonly Hub _hub;
    private readonly PublishedSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private ITimer? _timer;
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CancellationTokenSource _over = new();
    private readonly Dictionary<string, Sequence> _reached = [];
    private long _forgotten;

    public RetentionSweep(IHistory history, Hub hub, PublishedSettings settings, TimeProvider clock, ILogger log)
        => (_history, _hub, _settings, _clock, _log) = (history, hub, settings, clock, log);

    /// <summary>From now on it is done again and again, the first time in a moment.</summary>
    public void Start() => _timer = _clock.CreateTimer(_ => _ = SweepAlone(), null, Limits.Sweep, Limits.RetentionEvery);

    /// <summary>Events whose words were forgotten since the server began. From any thread.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>Looks at everything that has become too old. Ends when it is forgotten, or can't be now.</summary>
    public async Task Sweep()
    {
        await _oneAtATime.WaitAsync(_over.Token).ConfigureAwait(false);
        try
        {
            // Of several servers the first of those that live: two would read the same pages, and wait for each other.
            if (_hub.World.Living.FirstOrDefault() != _hub.Server)
                return;
            foreach (var rule in RetentionRule.Of(_settings.Current.Retention))
                await Sweep(rule).ConfigureAwait(false);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _over.Cancel();
        // A step that is under way ends first: it reads from what is closed behind it.
        _oneAtATime.Wait();
        _history.Dispose();
        _oneAtATime.Dispose();
        _over.Dispose();
    }

    private async Task SweepAlone()
    {
        try
        {
            await Sweep().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _log.LogError(LogEvents.Retention, fault, "What is too old could not be forgotten; it is tried again in {Every} s", Limits.RetentionEvery.TotalSeconds);
        }
    }

    private async Task Sweep(RetentionRule rule)
    {
        var oldest = new Timestamp((_clock.GetUtcNow() - TimeSpan.FromDays(rule.Days)).ToUnixTimeMilliseconds());
        var (end, after, forgotten) = (_history.At(oldest), Reached(rule), 0);
        while (!_over.IsCancellationRequested && _history.Read(after, Step).TakeWhile(recorded => recorded.Sequence.CompareTo(end) < 0).ToList() is [.., var last] page)
        {
            var what = Ranges(page, rule, _hub.World, out var count);
            if (count > 0 && !await Forget(rule, what, last.Sequence).ConfigureAwait(false))
                break;
            forgotten += count;
            _reached[rule.Name] = after = last.Sequence;
        }
        if (forgotten == 0)
            return;
        Interlocked.Add(ref _forgotten, forgotten);
        _log.LogInformation(LogEvents.Retention, "The words of {Count} events were forgotten, because they are older than {Days} days ({Rule})", forgotten, rule.Days, rule.Name);
    }

    private Sequence Reached(RetentionRule rule) => _reached.TryGetValue(rule.Name, out var known) ? known : _hub.Facts.Retained.Find(rule.Name).IfNone(default(Sequence));

    private async Task<bool> Forget(RetentionRule rule, Forgetting what, Sequence reached)
    {
        var verdict = await _hub.Order(new Command.Forget(what) { Noted = new Fact.Retained(rule.Name, reached) }).ConfigureAwait(false);
        if (verdict is Verdict.NotKept notKept)
            _log.LogWarning(LogEvents.Retention, "What is too old stays for now, because the journal did not take it: {Why}", notKept.Why);
        return verdict is Verdict.Done;
    }

    /// <summary>What is meant, in as few ranges as can be: what has no words can be within one.</summary>
    private static Forgetting Ranges(List<Recorded> page, RetentionRule rule, World world, out int count)
    {
        count = 0;
        var (ranges, isOpen) = (new List<SequenceRange>(), false);
        foreach (var recorded in page)
        {
            if (rule.Means(recorded.Event, world))
            {
                count++;
                if (isOpen)
                    ranges[^1] = ranges[^1] with { Last = recorded.Sequence };
                else
                    ranges.Add(new SequenceRange(recorded.Sequence, recorded.Sequence));
                isOpen = true;
            }
            else if (TypedWordsOf.Kind(recorded.Event) != TypedWords.None)
            {
                isOpen = false;
            }
        }
        return new Forgetting([.. ranges], Option<RoomId>.None);
    }
}
