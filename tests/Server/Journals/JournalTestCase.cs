using ChatRoom.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ChatRoom.Server.Tests.Journals;

/// <summary>A test on one kind of journal.</summary>
public sealed class JournalTestCase : XunitTestCase
{
    private JournalKind _kind;

    [Obsolete("For deserialization.", error: true)]
    public JournalTestCase()
    {
    }

    public JournalTestCase(ITestMethod method, JournalKind kind, object[]? arguments)
        : base(new NullMessageSink(), TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method, arguments) => _kind = kind;

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        TestStore.Kind = _kind;
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(JournalKind), _kind);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _kind = data.GetValue<JournalKind>(nameof(JournalKind));
        base.Deserialize(data);
    }

    /// <summary>Why not there; null where it can run.</summary>
    internal static string? ReasonToSkip(JournalKind kind) =>
        kind == JournalKind.Postgres && Environment.GetEnvironmentVariable("CI") != "true" ? PostgresCluster.Missing : null;

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => $"{base.GetDisplayName(factAttribute, displayName)} on {_kind}";

    protected override string GetSkipReason(IAttributeInfo factAttribute) => ReasonToSkip(_kind) ?? base.GetSkipReason(factAttribute);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{_kind}";
}

/// <summary>The same for a test whose data can't be written down.</summary>
public sealed class JournalTheoryTestCase : XunitTheoryTestCase
{
    private JournalKind _kind;

    [Obsolete("For deserialization.", error: true)]
    public JournalTheoryTestCase()
    {
    }

    public JournalTheoryTestCase(ITestMethod method, JournalKind kind)
        : base(new NullMessageSink(), TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method) => _kind = kind;

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        TestStore.Kind = _kind;
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(JournalKind), _kind);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _kind = data.GetValue<JournalKind>(nameof(JournalKind));
        base.Deserialize(data);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => $"{base.GetDisplayName(factAttribute, displayName)} on {_kind}";

    protected override string GetSkipReason(IAttributeInfo factAttribute) => JournalTestCase.ReasonToSkip(_kind) ?? base.GetSkipReason(factAttribute);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{_kind}";
}
