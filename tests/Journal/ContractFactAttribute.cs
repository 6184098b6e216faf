using ChatRoom.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ChatRoom.Journal.Tests;

/// <summary>
/// A test of a contract, for every implementation. Where one needs a program that is not installed (<see cref="NeedsPostgresAttribute"/>), the test is skipped
/// there, and says what to install; with CI=true it runs all the same and fails, so that nobody takes for proven what was never tried.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ChatRoom.Journal.Tests.ContractFactDiscoverer", "ChatRoom.Journal.Tests")]
public sealed class ContractFactAttribute : FactAttribute;

/// <summary>The same for a test with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("ChatRoom.Journal.Tests.ContractTheoryDiscoverer", "ChatRoom.Journal.Tests")]
public sealed class ContractTheoryAttribute : TheoryAttribute;

/// <summary>Tests on a real PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

public sealed class ContractFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class ContractTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, object[] dataRow) =>
        [new ContractTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, dataRow)];
}

public sealed class ContractTestCase : XunitTestCase
{
    [Obsolete("For deserialization.", error: true)]
    public ContractTestCase()
    {
    }

    public ContractTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[]? arguments = null)
        : base(messages, display, options, method, arguments)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        Environment.GetEnvironmentVariable("CI") != "true" && TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute)).Any() && PostgresCluster.Missing is { } missing
            ? missing
            : base.GetSkipReason(factAttribute);
}
