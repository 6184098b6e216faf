using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("ChatRoom.Server.Tests.Journals.JournalTestFramework", "ChatRoom.Server.Tests")]

namespace ChatRoom.Server.Tests.Journals;

/// <summary>
/// Every test that takes a journal runs on each kind of them. Which ones those are nobody has to say: the classes with a <see cref="TestStore"/>, or something that holds one, in
/// a field, or in a method that waits. Where PostgreSQL is not installed its tests are skipped and say so; with CI=true they fail.
/// </summary>
public sealed class JournalTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) => new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    /// <summary>By what its tests hold, also in the classes that the compiler makes of methods that wait.</summary>
    internal static bool TakesJournal(Type tests) => !tests.IsDefined(typeof(OwnJournalAttribute), inherit: true) && Holds(tests);

    private static bool Holds(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(all).Any(field => typeof(IHoldsJournal).IsAssignableFrom(field.FieldType)) || type.GetNestedTypes(all).Any(Holds);
    }

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider source, IMessageSink messages) : XunitTestFrameworkDiscoverer(assembly, source, messages)
    {
        protected override bool FindTestsForMethod(ITestMethod testMethod, bool includeSourceInformation, IMessageBus messageBus, ITestFrameworkDiscoveryOptions discoveryOptions)
        {
            using var multiplied = new Multiplied(messageBus);
            var takesJournal = testMethod.TestClass.Class is IReflectionTypeInfo { Type: var type } && TakesJournal(type);
            return base.FindTestsForMethod(testMethod, includeSourceInformation, takesJournal ? multiplied : messageBus, discoveryOptions);
        }
    }

    /// <summary>Makes three of each test that is found.</summary>
    private sealed class Multiplied(IMessageBus inner) : IMessageBus
    {
        private static readonly ConcurrentDictionary<(string Class, JournalKind Kind), ITestClass> Classes = new();

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is not ITestCaseDiscoveryMessage { TestCase: XunitTestCase found })
                return inner.QueueMessage(message);
            return Enum.GetValues<JournalKind>().All(kind => inner.QueueMessage(new TestCaseDiscoveryMessage(Make(found, kind))));
        }

        public void Dispose()
        {
            // The other one belongs to the code that made it.
        }

        private static XunitTestCase Make(XunitTestCase found, JournalKind kind)
        {
            var method = new TestMethod(Classes.GetOrAdd((found.TestMethod.TestClass.Class.Name, kind), _ => ClassOf(found.TestMethod.TestClass, kind)), found.TestMethod.Method);
            return found is XunitTheoryTestCase ? new JournalTheoryTestCase(method, kind) : new JournalTestCase(method, kind, found.TestMethodArguments);
        }

        /// <summary>A collection of its own, so that the kinds of a class run side by side.</summary>
        private static TestClass ClassOf(ITestClass tests, JournalKind kind) => new(
            new TestCollection(tests.TestCollection.TestAssembly, tests.TestCollection.CollectionDefinition, $"{tests.Class.Name} on {kind}"), tests.Class);
    }
}
