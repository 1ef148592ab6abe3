// Prints the configuration that the Prometheus operator makes of the objects on standard input: one Prometheus, and the
// monitors that it selects.
package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"

	monitoringv1 "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	"github.com/prometheus-operator/prometheus-operator/pkg/assets"
	"github.com/prometheus-operator/prometheus-operator/pkg/prometheus"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/fake"
)

type objects struct {
	prometheus      *monitoringv1.Prometheus
	serviceMonitors map[string]*monitoringv1.ServiceMonitor
	podMonitors     map[string]*monitoringv1.PodMonitor
}

func main() {
	text, err := configuration(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout.Write(text)
}

func configuration(in io.Reader) ([]byte, error) {
	found, err := read(in)
	if err != nil {
		return nil, err
	}
	if found.prometheus == nil {
		return nil, errors.New("there is no Prometheus among the objects")
	}
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))
	generator, err := prometheus.NewConfigGenerator(logger, found.prometheus, prometheus.WithEndpointSliceSupport())
	if err != nil {
		return nil, err
	}
	client := fake.NewClientset()
	store := assets.NewStoreBuilder(client.CoreV1(), client.CoreV1())
	return generator.GenerateServerConfiguration(
		found.prometheus, found.serviceMonitors, found.podMonitors, nil, nil, store, nil, nil, nil, nil)
}

func read(in io.Reader) (objects, error) {
	found := objects{
		serviceMonitors: map[string]*monitoringv1.ServiceMonitor{},
		podMonitors:     map[string]*monitoringv1.PodMonitor{},
	}
	decoder := yaml.NewYAMLOrJSONDecoder(in, 4096)
	for {
		var object unstructured.Unstructured
		if err := decoder.Decode(&object); err != nil {
			if errors.Is(err, io.EOF) {
				return found, nil
			}
			return found, err
		}
		name := object.GetNamespace() + "/" + object.GetName()
		switch object.GetKind() {
		case "Prometheus":
			found.prometheus = &monitoringv1.Prometheus{}
			if err := strictly(object, found.prometheus); err != nil {
				return found, fmt.Errorf("%s: %w", name, err)
			}
		case "ServiceMonitor":
			found.serviceMonitors[name] = &monitoringv1.ServiceMonitor{}
			if err := strictly(object, found.serviceMonitors[name]); err != nil {
				return found, fmt.Errorf("%s: %w", name, err)
			}
		case "PodMonitor":
			found.podMonitors[name] = &monitoringv1.PodMonitor{}
			if err := strictly(object, found.podMonitors[name]); err != nil {
				return found, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
}

func strictly(object unstructured.Unstructured, into any) error {
	return runtime.DefaultUnstructuredConverter.FromUnstructuredWithValidation(object.Object, into, true)
}
