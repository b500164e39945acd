using System.Globalization;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Simulation;
using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>A simulated bank (模拟银行), for demonstrations and tests: reads a payment file as a bank would and answers with status reports and statements. It knows nothing but the file, and always answers the same.</summary>
public static class BankSimulator
{
    /// <summary>Answers a payment file.</summary>
    /// <param name="orders">A pain.001.001.10 document.</param>
    /// <param name="behaviour">How the bank behaves.</param>
    /// <returns>What it sends, in the order it is to be read; or what is wrong with the file.</returns>
    public static Result<IReadOnlyList<SimulatedFile>> Answer(byte[] orders, BankBehaviour behaviour)
    {
        ArgumentNullException.ThrowIfNull(orders);
        ArgumentNullException.ThrowIfNull(behaviour);
        try
        {
            using var stream = new MemoryStream(orders, writable: false);
            return OrderFile.Read(stream).Map(file => new Session(file, behaviour).Answer());
        }
        catch (System.Xml.XmlException)
        {
            return FundsProblems.NotXml.With();
        }
    }

    /// <summary>One file being answered.</summary>
    private sealed class Session(OrderFile file, BankBehaviour behaviour)
    {
        private readonly List<SimulatedFile> files = [];
        private readonly HashSet<Order> rejected = Spread([.. file.Orders], behaviour.Rejections);
        private readonly BankAnswers write = new(file, behaviour);

        public IReadOnlyList<SimulatedFile> Answer()
        {
            var booked = file.Orders.Where(o => !rejected.Contains(o)).ToList();
            var returned = Spread(booked, behaviour.Returns);
            var bookedOn = file.ExecuteOn.AddDays(behaviour.DaysLate);
            var first = behaviour.AnswersPartly ? booked.Where((_, i) => i % 2 == 0).ToHashSet() : [.. booked];
            var rest = booked.Where(o => !first.Contains(o)).ToHashSet();
            var report = write.Report("R1", o => rejected.Contains(o) ? "RJCT" : first.Contains(o) ? "ACSP" : null);
            var statement = write.Statement("S1", bookedOn, first, [], rest.Count == 0, behaviour.NamesUnknown);
            foreach (var content in behaviour.AnswersOutOfOrder ? new[] { statement, report } : [report, statement])
            {
                Add(content);
            }

            if (rest.Count > 0)
            {
                Add(write.Report("R2", o => rest.Contains(o) ? "ACSC" : null));
                Add(write.Statement("S2", bookedOn.AddDays(1), rest, [], false, false));
            }

            if (returned.Count > 0)
            {
                Add(write.Statement("S3", bookedOn.AddDays(1), [], returned, false, false));
            }

            if (behaviour.NamesUnknown)
            {
                Add(write.UnknownBatch("R9"));
            }

            return files;
        }

        private void Add(Func<string, (BankMessageKind Kind, byte[] Content)> message)
        {
            foreach (var copy in behaviour.AnswersTwice ? new[] { "A", "B" } : [""])
            {
                var (kind, content) = message(copy);
                var name = kind == BankMessageKind.StatusReport ? "pain002" : "camt053";
                files.Add(new SimulatedFile(string.Create(CultureInfo.InvariantCulture, $"{file.MessageId}-{files.Count + 1:00}-{name}.xml"), kind, content));
            }
        }

        private static HashSet<Order> Spread(IReadOnlyList<Order> orders, int count)
        {
            var chosen = Math.Min(count, orders.Count);
            return [.. Enumerable.Range(0, chosen).Select(i => orders[(int)((long)i * orders.Count / chosen)])];
        }
    }
}
